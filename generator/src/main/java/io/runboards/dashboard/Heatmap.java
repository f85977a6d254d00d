package io.runboards.dashboard;

import io.runboards.dashboard.Target.When;

/**
 * How often values were in which range, over time.
 *
 * @param frame what all panels have
 * @param colors Grafana's name of the colours
 * @param fromBuckets whether the query results in the buckets of a histogram; if not, Grafana
 *     counts
 */
public record Heatmap(Frame frame, String colors, boolean fromBuckets)
    implements Panel, Framed<Heatmap> {

  /** The query results in values, and Grafana counts how many are in which range. */
  public Heatmap counted() {
    return new Heatmap(frame, colors, false);
  }

  /** Colours by Grafana's name, such as Oranges. */
  public Heatmap palette(String name) {
    return new Heatmap(frame, name, fromBuckets);
  }

  @Override
  public Heatmap withFrame(Frame changed) {
    return new Heatmap(changed, colors, fromBuckets);
  }

  @Override
  public When when() {
    return When.RANGE;
  }
}
