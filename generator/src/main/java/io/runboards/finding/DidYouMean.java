package io.runboards.finding;

import java.util.Collection;
import java.util.List;

/** The end of a message about a name that does not exist. */
public final class DidYouMean {
  private DidYouMean() {}

  /** Asks for those of {@code names} that are near; empty when none is. */
  public static String oneOf(Collection<String> names, String wrong) {
    return oneOf(NearNames.of(wrong, names));
  }

  /** Asks for the given names; empty when there are none. */
  public static String oneOf(List<String> near) {
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }
}
