package io.runboards.verify.proof;

import java.time.Duration;
import java.util.List;

/**
 * What an incident set off.
 *
 * @param name its name
 * @param title what happens, in a few words
 * @param story what happens and how it comes
 * @param lasts how long it lasts
 * @param alerts the alerts that fire because of it, the first one first
 * @param panels the panels that show it, the clearest first
 * @param flaws what is wrong with it
 */
public record IncidentProof(
    String name,
    String title,
    String story,
    Duration lasts,
    List<Fired> alerts,
    List<Sign> panels,
    List<Flaw> flaws) {

  /**
   * An alert that fired.
   *
   * @param alert its name
   * @param severity how urgent it is
   * @param after how long after the beginning of the incident
   * @param series for how many series
   */
  public record Fired(String alert, String severity, Duration after, int series) {}

  /**
   * A panel on which the incident can be seen.
   *
   * @param uid the uid of its dashboard
   * @param dashboard the title of its dashboard
   * @param panel its title
   * @param how what changes there, in words
   */
  public record Sign(String uid, String dashboard, String panel, String how) {}

  public IncidentProof {
    alerts = List.copyOf(alerts);
    panels = List.copyOf(panels);
    flaws = List.copyOf(flaws);
  }

  public Verdict verdict() {
    return Verdict.worst(flaws.stream().map(Flaw::verdict).toList());
  }
}
