package io.runboards.emit;

import java.util.List;

/**
 * What writing files into a folder changes there, by path.
 *
 * @param created files that are not there yet
 * @param changed files that are there with another content
 * @param removed files that were written once and are none any more
 * @param unchanged files that are there as they shall be
 */
public record OutChanges(
    List<String> created, List<String> changed, List<String> removed, List<String> unchanged) {
  public OutChanges {
    created = List.copyOf(created);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
    unchanged = List.copyOf(unchanged);
  }

  /** Whether all is there already. */
  public boolean isNone() {
    return created.isEmpty() && changed.isEmpty() && removed.isEmpty();
  }
}
