package io.runboards.catalog;

import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.RUN;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static io.runboards.catalog.Metric.gauge;
import static io.runboards.catalog.Unit.UNIX_SECONDS;
import static io.runboards.catalog.Unit.UNKNOWN;

/** What training jobs push about themselves: a convention of this project, not Run:ai's. */
public final class Training {
  public static final Metric LOSS =
      gauge("training_loss", UNKNOWN, RUN, PROJECT, WORKLOAD_NAME)
          .identifiedBy(RUN)
          .help("Loss after the latest step; NaN when the training has diverged")
          .needs("training jobs that push it, through a Pushgateway");

  public static final Metric LAST_PUSH_TIMESTAMP_SECONDS =
      gauge("training_last_push_timestamp_seconds", UNIX_SECONDS, RUN, PROJECT, WORKLOAD_NAME)
          .identifiedBy(RUN)
          .help("When the job last pushed")
          .needs("training jobs that push it, through a Pushgateway")
          .note("A Pushgateway keeps the series of dead jobs: only this one tells their age.");

  private Training() {}
}
