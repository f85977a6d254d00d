/** Real servers that tests start, ask and stop: Prometheus, Mimir and Alertmanager. */
package io.runboards.servers;
