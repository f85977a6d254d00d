package io.runboards.cli;

import io.runboards.cli.Told.State;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * What a command that deploys did, or would do.
 *
 * @param command the command
 * @param site the site
 * @param server the address of the Grafana
 * @param places what happens in each organisation
 */
record Report(String command, String site, String server, List<Place> places) {

  /**
   * What happens in an organisation.
   *
   * @param organisation its name
   * @param version the version of the server
   * @param api by which API its folders and dashboards are read and written
   * @param things what is told about things; nothing about those that stay as they are
   * @param unchanged how many of ours stay as they are
   * @param folders the titles of folders, as far as they are known
   */
  record Place(
      String organisation,
      String version,
      String api,
      List<Told> things,
      long unchanged,
      FolderTitles folders) {
    Place {
      things = List.copyOf(things);
    }

    long count(Verb verb) {
      return things.stream().filter(it -> it.verb() == verb).count();
    }

    long count(State state) {
      return things.stream().filter(it -> it.state() == state).count();
    }
  }

  Report {
    places = List.copyOf(places);
  }

  /**
   * Prints it.
   *
   * @param text how it is printed for people
   */
  void print(DeployFormat format, BiConsumer<Report, PrintWriter> text, PrintWriter out) {
    switch (format) {
      case TEXT -> text.accept(this, out);
      case JSON -> JsonReport.print(this, out);
      case JUNIT -> JunitReport.print(this, out);
      case GITHUB -> GithubReport.print(this, out);
    }
  }

  Stream<Told> things() {
    return places.stream().flatMap(place -> place.things().stream());
  }

  boolean has(State state) {
    return things().anyMatch(it -> it.state() == state);
  }

  boolean isNothing() {
    return things().findAny().isEmpty();
  }
}
