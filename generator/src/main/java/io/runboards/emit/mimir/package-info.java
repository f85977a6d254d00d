/**
 * Recording rules and alerts for Mimir's rulers: what {@code mimirtool rules} reads.
 *
 * <p>{@link io.runboards.emit.mimir.MimirFiles} writes a folder for each tenant that rules run for,
 * and in it a file for each namespace of {@link io.runboards.site.TenantRules}. Rules look as they
 * do for Prometheus, except that each query is one line, as {@code mimirtool rules lint} wants it.
 */
package io.runboards.emit.mimir;
