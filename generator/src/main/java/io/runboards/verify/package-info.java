/**
 * Proves on a real store that what was generated shows something.
 *
 * <p>{@link io.runboards.verify.prometheus} starts stores and asks them, {@link
 * io.runboards.verify.store} loads them, {@link io.runboards.verify.grafana} knows what Grafana
 * would ask. {@link io.runboards.verify.trial} looks at answers, {@link io.runboards.verify.cause}
 * explains empty ones, {@link io.runboards.verify.alert} runs rules over history, {@link
 * io.runboards.verify.sign} finds where incidents can be seen. {@link
 * io.runboards.verify.Verification} puts them together; what comes out is a {@link
 * io.runboards.verify.proof.Proof}, which {@link io.runboards.verify.report} writes down with the
 * units of {@link io.runboards.verify.unit}.
 */
package io.runboards.verify;
