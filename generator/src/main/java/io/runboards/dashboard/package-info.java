/** Dashboards as immutable records, and the words to write them in. */
package io.runboards.dashboard;
