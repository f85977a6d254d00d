package io.runboards.promql;

/**
 * A dashboard variable inside a piece of text: {@code $node}, {@code ${node:regex}} or {@code
 * [[node]]}.
 *
 * @param name the variable's name
 * @param format what follows the colon; empty for Grafana's default
 * @param start where it begins in the text's value
 * @param end where it ends there
 */
public record Variable(String name, String format, int start, int end) {}
