/** What the hardware says about GPUs: an exporter of DCGM on each node, scraped as we scrape it. */
package io.runboards.simulate.gpu;
