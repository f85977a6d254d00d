/** What can be scraped: targets, and the series that they show. */
package io.runboards.simulate.scrape;
