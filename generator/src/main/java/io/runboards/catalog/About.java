package io.runboards.catalog;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one reads about a metric, apart from its name, labels and history.
 *
 * @param help what it measures
 * @param measurement the unit as the source's own documentation words it; empty if it has none
 * @param needs what must be switched on for it to exist; empty when nothing is
 * @param notes what one must know before using it
 */
public record About(String help, String measurement, String needs, List<String> notes) {
  static final About NOTHING = new About("", "", "", List.of());

  public About {
    notes = List.copyOf(notes);
  }

  About withHelp(String text) {
    return new About(text, measurement, needs, notes);
  }

  About measuredIn(String words) {
    return new About(help, words, needs, notes);
  }

  About needing(String what) {
    return new About(help, measurement, what, notes);
  }

  About withNote(String text) {
    List<String> more = Stream.concat(notes.stream(), Stream.of(text)).toList();
    return new About(help, measurement, needs, more);
  }
}
