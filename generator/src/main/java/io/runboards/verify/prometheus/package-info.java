/**
 * Stores that speak Prometheus' language: started, filled and asked.
 *
 * <p>{@link io.runboards.verify.prometheus.LocalPrometheus} is a real Prometheus that lives as long
 * as somebody needs it, and never longer than this process. {@link
 * io.runboards.verify.prometheus.PrometheusApi} asks it, or any other store with the same
 * interface; {@link io.runboards.verify.prometheus.RemoteWrite} gives it samples.
 */
package io.runboards.verify.prometheus;
