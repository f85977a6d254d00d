/** Recording rules, alerts and objectives for Run:ai clusters, one class a subject. */
package io.runboards.alerts;
