/**
 * Somebody makes a mistake in a dashboard or a rule, and something says so: a check, a test of a
 * rule, or the run on a real Prometheus.
 */
package io.runboards.dashboards.faults;
