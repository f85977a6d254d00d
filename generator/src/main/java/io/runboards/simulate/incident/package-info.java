/** What can go wrong on a platform: named incidents, each a story that some alerts tell. */
package io.runboards.simulate.incident;
