package io.runboards.cli;

import io.runboards.cli.Report.Place;
import io.runboards.cli.Told.State;
import java.io.PrintWriter;

/** A report that GitHub Actions shows beside a run: a line for each thing that is not as it was. */
final class GithubReport {
  private final PrintWriter out;

  private GithubReport(PrintWriter out) {
    this.out = out;
  }

  static void print(Report report, PrintWriter out) {
    GithubReport printer = new GithubReport(out);
    for (Place place : report.places()) {
      place.things().forEach(thing -> printer.print(thing, place));
    }
    if (report.isNothing()) {
      printer.line("notice", "runboards " + report.command(), "nothing to do");
    }
  }

  private void print(Told thing, Place place) {
    String title = "%s (%s)".formatted(thing.key(), place.organisation());
    String what = "%s “%s”".formatted(word(thing), thing.title());
    line(
        thing.state() == State.FAILED ? "error" : "notice",
        title,
        thing.details().isEmpty() ? what : what + "\n" + String.join("\n", thing.details()));
  }

  private static String word(Told thing) {
    return switch (thing.state()) {
      case DONE -> thing.verb().past();
      case PENDING -> "to " + thing.verb().word();
      case FAILED -> thing.verb() == Verb.REFUSE ? "refused" : "to " + thing.verb().word();
      case NOT_DONE -> "not done, to " + thing.verb().word();
    };
  }

  private void line(String level, String title, String message) {
    out.println("::%s title=%s::%s".formatted(level, property(title), escaped(message)));
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return escaped(text).replace(":", "%3A").replace(",", "%2C");
  }
}
