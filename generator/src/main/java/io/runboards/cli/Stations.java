package io.runboards.cli;

import io.runboards.deploy.Trouble;
import io.runboards.http.WrongServer;
import io.runboards.site.GrafanaVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All organisations that a command is about.
 *
 * @param all in the order of the site; all are there and the right ones
 */
record Stations(List<Station> all) implements AutoCloseable {

  /** Something that needs a server. */
  @FunctionalInterface
  interface Asking<A, R> {
    R of(A about) throws Trouble;
  }

  /** Opens one station for each; if one cannot be opened, none is. */
  static <T> Stations open(List<T> organisations, Asking<T, Station> way) {
    List<Station> open = new ArrayList<>();
    try {
      for (T organisation : organisations) {
        open.add(way.of(organisation));
      }
      return new Stations(open);
    } catch (Trouble | WrongServer e) {
      open.forEach(Station::close);
      throw new CommandFailed(e.getMessage());
    } catch (CommandFailed e) {
      open.forEach(Station::close);
      throw e;
    }
  }

  /** Asks each; what goes wrong makes the command fail. */
  <R> Map<Station, R> each(Asking<Station, R> question) {
    Map<Station, R> answers = new LinkedHashMap<>();
    for (Station station : all) {
      try {
        answers.put(station, question.of(station));
      } catch (Trouble e) {
        throw new CommandFailed(station.organisation().name() + ": " + e.getMessage());
      }
    }
    return answers;
  }

  /** What to say about servers that are older than the one that dashboards are written for. */
  List<String> older(GrafanaVersion than) {
    return all.stream()
        .map(Station::version)
        .distinct()
        .filter(version ->
            GrafanaVersion.parse(version.replaceFirst("[^0-9.].*", ""))
                .filter(it -> it.isBefore(than))
                .isPresent())
        .map(version ->
            "runboards: the site is written for Grafana %s, and this is %s: set grafana.version"
                .formatted(than, version))
        .toList();
  }

  @Override
  public void close() {
    all.forEach(Station::close);
  }
}
