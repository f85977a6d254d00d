/** What Run:ai and its scheduler say about the simulated clusters. */
package io.runboards.simulate.runai;
