package io.runboards.cli;

import io.runboards.cli.Report.Place;
import io.runboards.cli.Told.State;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A report for people. */
final class TextReport {
  private static final int MOST_DETAILS = 20;

  private final PrintWriter out;

  private TextReport(PrintWriter out) {
    this.out = out;
  }

  /** What would be done: every thing that changes, and why. */
  static void plan(Report report, PrintWriter out) {
    new TextReport(out).print(report, thing -> true, TextReport::pending);
  }

  /** What was done: things only if something went wrong with them. */
  static void ended(Report report, PrintWriter out) {
    new TextReport(out).print(report, thing -> thing.state() != State.DONE, TextReport::ended);
  }

  /** What others did. */
  static void drift(Report report, PrintWriter out) {
    new TextReport(out).print(report, thing -> true, TextReport::drifted);
  }

  /** A line that counts. */
  private interface Counts {
    String of(Place place);
  }

  private void print(Report report, Predicate<Told> shown, Counts counts) {
    out.println("site %s, %s".formatted(report.site(), report.server()));
    for (Place place : report.places()) {
      out.println();
      out.println(heading(place));
      place.things().stream().filter(shown).forEach(it -> print(it, place));
      out.println("  " + counts.of(place));
    }
  }

  private static String heading(Place place) {
    return place.version().isEmpty()
        ? place.organisation()
        : "%s (Grafana %s)".formatted(place.organisation(), place.version());
  }

  private void print(Told thing, Place place) {
    String in =
        thing.folder().isEmpty() ? "" : " in “%s”".formatted(place.folders().of(thing.folder()));
    String state = thing.state() == State.NOT_DONE ? " (not done)" : "";
    out.println(
        "  %s %s “%s”%s%s"
            .formatted(thing.verb().sign(), thing.key().kind().label(), thing.title(), in, state));
    thing.details().stream()
        .limit(MOST_DETAILS)
        .forEach(detail -> out.println("      " + detail.replaceAll("\\s+", " ")));
    if (thing.details().size() > MOST_DETAILS) {
      out.println("      and %s more".formatted(thing.details().size() - MOST_DETAILS));
    }
  }

  private static String pending(Place place) {
    List<String> parts = new ArrayList<>();
    for (Verb verb : Verb.values()) {
      long count = place.count(verb);
      if (count > 0) {
        parts.add(verb == Verb.REFUSE ? count + " refused" : count + " to " + verb.word());
      }
    }
    return joined(parts, "nothing to do", place);
  }

  private static String drifted(Place place) {
    List<String> parts = new ArrayList<>();
    if (!place.things().isEmpty()) {
      parts.add(place.things().size() + " not as deployed");
    }
    return joined(parts, "no drift", place);
  }

  private static String ended(Place place) {
    List<String> parts = new ArrayList<>();
    for (Verb verb : Verb.values()) {
      long count =
          place.things().stream()
              .filter(it -> it.verb() == verb && it.state() == State.DONE)
              .count();
      if (count > 0) {
        parts.add(count + " " + verb.past());
      }
    }
    if (place.count(State.FAILED) > 0) {
      parts.add(place.count(State.FAILED) + " failed");
    }
    if (place.count(State.NOT_DONE) > 0) {
      parts.add(place.count(State.NOT_DONE) + " not done");
    }
    return joined(parts, "nothing to do", place);
  }

  private static String joined(List<String> parts, String nothing, Place place) {
    List<String> all = new ArrayList<>(parts.isEmpty() ? List.of(nothing) : parts);
    if (place.unchanged() > 0) {
      all.add(place.unchanged() + " unchanged");
    }
    return String.join(", ", all);
  }
}
