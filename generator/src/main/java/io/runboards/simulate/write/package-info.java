/**
 * Writes what targets show: as text that promtool makes blocks from, as messages of Prometheus'
 * remote write, or for a Prometheus that scrapes.
 */
package io.runboards.simulate.write;
