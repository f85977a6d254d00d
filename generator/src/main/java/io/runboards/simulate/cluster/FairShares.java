package io.runboards.simulate.cluster;

import java.util.List;

/** Divides the GPUs of a cluster among those who ask for them now. */
final class FairShares {
  private static final double TOLERANCE = 1e-9;

  private FairShares() {}

  /** Everyone gets what is guaranteed and asked for; what is left goes by quota. */
  static void divide(double gpus, List<Project> projects) {
    double left = gpus;
    for (Project project : projects) {
      double owed = project.quota() < 0 ? 0 : Math.min(project.quota(), project.asked());
      project.isOwed(owed);
      left -= owed;
    }
    while (left > TOLERANCE) {
      double weights = 0;
      for (Project project : projects) {
        weights += missing(project) > TOLERANCE ? weight(project) : 0;
      }
      if (weights == 0) {
        return;
      }
      double given = 0;
      for (Project project : projects) {
        if (missing(project) > TOLERANCE) {
          double more = Math.min(missing(project), left * weight(project) / weights);
          project.isOwed(project.fairShare() + more);
          given += more;
        }
      }
      left -= given;
    }
  }

  private static double missing(Project project) {
    return project.asked() - project.fairShare();
  }

  private static double weight(Project project) {
    return Math.max(1, project.quota());
  }
}
