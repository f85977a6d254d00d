package io.runboards.standin;

import java.util.List;

/**
 * Which Grafana is stood in for.
 *
 * @param version what it says its version is
 * @param uniqueTitles whether it refuses two dashboards of one title in a folder
 * @param dashboards the versions of dashboards that its resource API has; none if there is no such
 *     API
 * @param stack its number, if it is somebody's stack in a cloud; else 0
 */
public record Setup(String version, boolean uniqueTitles, List<String> dashboards, long stack) {
  private static final List<String> VERSIONS = List.of("v1beta1", "v0alpha1");

  /** The one whose answers are recorded. */
  public static final Setup OBSERVED = new Setup("9.4.0", true, List.of(), 0);

  /** One that nobody of this project has seen: it follows the documentation. */
  public static final Setup DOCUMENTED = new Setup("12.0.0", false, VERSIONS, 0);

  /** The same in a cloud. */
  public static final Setup HOSTED = new Setup("12.0.0", false, VERSIONS, 4711);

  /** Whether it has the resource API. */
  public boolean resources() {
    return !dashboards.isEmpty();
  }

  /** What the resource API calls an organisation. */
  String namespace(long organisation) {
    if (stack != 0) {
      return "stacks-" + stack;
    }
    return organisation == 1 ? "default" : "org-" + organisation;
  }
}
