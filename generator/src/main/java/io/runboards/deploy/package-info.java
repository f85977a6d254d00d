/**
 * Brings a server to the state that a site wants, and does nothing where that is so already.
 *
 * <p>{@link io.runboards.deploy.Plan#between} compares what is wanted with what is there; both are
 * in a normal form, so that equal means equal. Only a plan is carried out. What it writes carries a
 * mark of the site; what carries none, or another's, is not touched.
 */
package io.runboards.deploy;
