package io.runboards.simulate.cluster;

import io.runboards.simulate.time.Noise;
import java.util.List;

/** The users of a project. */
final class People {
  private static final List<String> NAMES =
      List.of("ada", "alan", "barbara", "claude", "edsger", "grace", "hedy", "john", "katherine");
  private static final int TEAM = 3;

  private People() {}

  static String of(Project project, Noise chance) {
    int first = Math.floorMod(project.name().hashCode(), NAMES.size());
    int member = (first + chance.among(TEAM, 7)) % NAMES.size();
    return NAMES.get(member) + "@example.com";
  }
}
