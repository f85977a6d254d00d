/**
 * Grafana's API, one shelf for each kind of thing.
 *
 * <p>What a shelf returns is in {@link io.runboards.deploy.grafana.NormalForm}: without what the
 * server adds. Each method writes with one request, tried once; others decide whether to try again.
 */
package io.runboards.deploy.grafana;
