/** A store that is loaded with simulated samples and then asked. */
package io.runboards.verify.store;
