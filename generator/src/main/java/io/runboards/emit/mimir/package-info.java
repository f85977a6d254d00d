/**
 * What a Mimir is given: the rules and the limits of its tenants.
 *
 * <p>{@link io.runboards.emit.mimir.MimirFiles} writes a folder for each tenant that rules run for,
 * and in it a file for each namespace of {@link io.runboards.site.TenantRules}, as {@code
 * mimirtool rules} reads it. Rules look as they
 * do for Prometheus, except that each query is one line, as {@code mimirtool rules lint} wants it.
 *
 * <p>{@link io.runboards.emit.mimir.Overrides} writes the limits of all tenants into one file, which
 * Mimir reads again whenever it changes.
 */
package io.runboards.emit.mimir;
