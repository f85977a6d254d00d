package io.runboards.dashboard;

import io.runboards.catalog.ClusterVersion;

/**
 * What dashboards may know of the place where they will be shown.
 *
 * @param version the version of its clusters
 * @param spelling how its clusters write what no document settles
 */
public record Installation(ClusterVersion version, Spelling spelling) {

  /**
   * How clusters write label values that no document settles.
   *
   * @param ready the value of {@code ready} on a node that is
   * @param schedulable the value of {@code schedulable} on a node that is
   * @param inference a pattern for the types of inference workloads
   */
  public record Spelling(String ready, String schedulable, String inference) {
    public static final Spelling USUAL = new Spelling("true", "true", "(?i).*inference.*");
  }

  /** The newest cluster version in the catalog, with the usual spelling. */
  public static final Installation NEWEST = new Installation(ClusterVersion.V2_17, Spelling.USUAL);
}
