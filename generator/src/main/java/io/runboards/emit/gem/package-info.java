/**
 * Tenants and access policies of Grafana Enterprise Metrics (GEM), as its admin API takes them.
 *
 * <p>{@link io.runboards.emit.gem.GemFiles} writes a body for each tenant and for each {@link
 * io.runboards.emit.gem.AccessPolicy}. Nothing is written for a site whose tenants have nothing to
 * do with GEM. The page {@code gem/README.md} tells how they are sent.
 */
package io.runboards.emit.gem;
