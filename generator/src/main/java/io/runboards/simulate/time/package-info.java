/** Time that goes on in steps, and chance that always falls the same. */
package io.runboards.simulate.time;
