/** Incidents that happen now, watched by a Prometheus that scrapes them and evaluates the rules. */
package io.runboards.verify.live;
