/**
 * A stand-in for Grafana: a server in the same process that answers as a real one was seen to.
 *
 * <p>{@link io.runboards.standin.StandIn} keeps organisations in memory; each resource of the API
 * is a class. What a real Grafana 9.4 answered is recorded, and a test compares. {@link
 * io.runboards.standin.Faults} let requests go wrong in the ways that networks and busy servers
 * know, and the {@link io.runboards.standin.Ledger} counts what had an effect.
 */
package io.runboards.standin;
