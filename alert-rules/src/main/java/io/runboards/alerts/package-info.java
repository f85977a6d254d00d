/** Recording rules, alerts and objectives for Run:ai clusters and their metrics store. */
package io.runboards.alerts;
