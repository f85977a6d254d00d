/** Values with their units, as Grafana shows them. */
package io.runboards.verify.unit;
