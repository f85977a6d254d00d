/**
 * Proves on a real store that what was generated shows something.
 *
 * <p>{@link io.runboards.verify.prometheus} starts stores and asks them.
 */
package io.runboards.verify;
