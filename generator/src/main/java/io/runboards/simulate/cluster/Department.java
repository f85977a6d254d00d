package io.runboards.simulate.cluster;

import java.util.List;

/**
 * Projects that share a budget.
 *
 * @param name what it is called
 * @param projects its projects
 */
public record Department(String name, List<Project> projects) {
  public Department {
    projects = List.copyOf(projects);
  }

  /** The GPUs that its projects are guaranteed; -1 if there is no limit for one of them. */
  public double quota() {
    double sum = 0;
    for (Project project : projects) {
      if (project.quota() < 0) {
        return -1;
      }
      sum += project.quota();
    }
    return sum;
  }
}
