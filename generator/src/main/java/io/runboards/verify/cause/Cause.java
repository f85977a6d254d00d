package io.runboards.verify.cause;

/**
 * Why a query shows nothing.
 *
 * @param kind what is missing
 * @param words the same in words
 */
public record Cause(Kind kind, String words) {

  /** What is missing. */
  public enum Kind {
    /** The store has no such metric. */
    METRIC,
    /** The metric has another name, or none, in this version of the clusters. */
    VERSION,
    /** The metric is there, but none of its series has the label. */
    LABEL,
    /** The label is there, but not with that value. */
    VALUE,
    /** Each condition holds for some series, but not all of them for one. */
    TOGETHER,
    /** The series are there, but not at the time that an offset leads to. */
    TIME,
    /** A window holds fewer samples than its function needs. */
    SAMPLES,
    /** A function of histograms gets series that are no buckets. */
    BUCKETS,
    /** Two sides of an operation have no series in common. */
    PAIR,
    /** A comparison holds for nothing. */
    COMPARISON,
    /** What is asked for shows only while something is missing, and that is there. */
    PRESENT,
    /** Something else. */
    OTHER
  }
}
