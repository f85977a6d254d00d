package io.runboards.check;

import io.runboards.finding.Finding;

/**
 * What is wrong with a dashboard.
 *
 * @param finding what is wrong, and where
 * @param text the query that the finding points into; empty if it points into none
 */
public record Remark(Finding finding, String text) {}
