package io.runboards.deploy;

import java.util.List;

/**
 * All that a site wants in an organisation.
 *
 * @param site the site's name, with which it marks what is its own
 * @param things what it wants
 */
public record Desired(String site, List<Wanted> things) {
  public Desired {
    things = things.stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
  }
}
