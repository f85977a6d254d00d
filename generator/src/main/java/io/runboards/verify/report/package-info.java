/**
 * What a proof is told as: a text for people, formats for pipelines, and pages.
 *
 * <p>Every report is a function of the proof alone: the same proof gives the same bytes. {@link
 * io.runboards.verify.report.Tally} counts for all of them, and {@link
 * io.runboards.verify.report.FlawKind} explains what can be wrong.
 */
package io.runboards.verify.report;
