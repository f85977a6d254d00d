/**
 * Recording rules and alerts for Prometheus, and their tests for promtool.
 *
 * <p>{@link io.runboards.emit.prometheus.PrometheusFiles} turns a workspace into files: each {@link
 * io.runboards.rules.RuleFile} becomes one of rules and one of tests for each step that its tests
 * have. {@link io.runboards.emit.prometheus.RuleFields} writes a rule, also for stores that take
 * rules in the same form.
 */
package io.runboards.emit.prometheus;
