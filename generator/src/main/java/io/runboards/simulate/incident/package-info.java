/** What goes wrong on a simulated platform. */
package io.runboards.simulate.incident;
