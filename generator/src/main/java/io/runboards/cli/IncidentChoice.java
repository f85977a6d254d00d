package io.runboards.cli;

import io.runboards.finding.DidYouMean;
import io.runboards.rules.Length;
import io.runboards.rules.WrongRule;
import io.runboards.simulate.Incident;
import io.runboards.simulate.Incident.Happening;
import java.util.List;
import picocli.CommandLine.TypeConversionException;

/**
 * What a command line says about an incident: {@code NAME}, or {@code NAME@2h}.
 *
 * @param name its name
 * @param after how long after the first moment it begins
 */
record IncidentChoice(String name, Length after) {
  static IncidentChoice parse(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      return new IncidentChoice(text, Length.NONE);
    }
    try {
      return new IncidentChoice(text.substring(0, at), Length.of(text.substring(at + 1)));
    } catch (WrongRule e) {
      throw new TypeConversionException(
          "'" + text + "': write NAME, or NAME@2h for two hours after the start");
    }
  }

  /** The incident in a simulation that begins at a moment. */
  Happening in(List<Incident> known, long from) {
    return find(name, known).from(from + after.seconds());
  }

  /** The incident of a name. */
  static Incident find(String name, List<Incident> known) {
    return known.stream()
        .filter(incident -> incident.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name, known.stream().map(Incident::name).toList()));
  }

  private static CommandFailed unknown(String name, List<String> names) {
    String near = DidYouMean.oneOf(names, name);
    return new CommandFailed(
        "there is no incident '%s'%s"
            .formatted(name, near.isEmpty() ? "; 'simulate incidents' lists them" : near));
  }
}
