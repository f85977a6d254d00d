/**
 * Values for the control plane of Run:ai, so that it uses the store of a site.
 *
 * <p>{@link io.runboards.emit.runai.ControlPlane} writes those for a Mimir and for Grafana Cloud.
 */
package io.runboards.emit.runai;
