package io.runboards.emit;

import java.util.regex.Pattern;

/**
 * A file to be written.
 *
 * @param path where it stands in the folder, with slashes: {@code docs/dashboards.md}
 * @param content its text
 */
public record OutFile(String path, String content) {
  private static final Pattern PART = Pattern.compile("[^/\\\\\\p{Cntrl}]+");

  /** The only hidden file: Compose finds the variables of people beside it, by their usual name. */
  private static final String VARIABLES = ".env.example";

  public OutFile {
    if (!staysInside(path)) {
      throw new IllegalArgumentException("no path of a generated file: '" + path + "'");
    }
  }

  /** Whether a path names a visible file inside of the folder, on every system. */
  static boolean staysInside(String path) {
    for (String part : path.split("/", -1)) {
      boolean hidden = part.startsWith(".") && !part.equals(VARIABLES);
      if (!PART.matcher(part).matches() || hidden || part.contains(":")) {
        return false;
      }
    }
    return true;
  }
}
