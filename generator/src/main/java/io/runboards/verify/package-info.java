/**
 * Proves on a real store that what was generated shows something.
 *
 * <p>{@link io.runboards.verify.grafana} knows what Grafana would ask.
 */
package io.runboards.verify;
