package io.runboards.standin;

/**
 * Which Grafana is stood in for.
 *
 * @param version what it says its version is
 * @param uniqueTitles whether it refuses two dashboards of one title in a folder
 * @param resources whether it has the resource API
 */
public record Setup(String version, boolean uniqueTitles, boolean resources) {
  /** The one whose answers are recorded. */
  public static final Setup OBSERVED = new Setup("9.4.0", true, false);

  /** One that nobody of this project has seen: it follows the documentation. */
  public static final Setup DOCUMENTED = new Setup("12.0.0", false, true);
}
