package io.runboards.dashboards.faults;

import io.runboards.simulate.Incident;
import io.runboards.simulate.Incident.Happening;
import io.runboards.verify.Calendar;
import io.runboards.verify.proof.IncidentProof;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.store.Store;
import io.runboards.verify.store.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A store with a healthy day and many incidents in it.
 *
 * @param store the store
 * @param day the healthy day
 * @param happenings the incidents
 * @param firing during which of them an alert fires, by its name
 */
public record Histories(
    Store store, Stretch day, List<Happening> happenings, Map<String, List<Happening>> firing) {

  /**
   * What a run has left in a store.
   *
   * @param proof what the run showed
   * @param incidents the incidents that it tried, in their order
   */
  public static Histories of(Store store, Proof proof, List<Incident> incidents) {
    List<Happening> happenings = new ArrayList<>();
    Map<String, List<Happening>> firing = new HashMap<>();
    for (int i = 0; i < incidents.size(); i++) {
      Happening happening = Calendar.happening(i, incidents.get(i));
      happenings.add(happening);
      for (IncidentProof.Fired fired : proof.incidents().get(i).alerts()) {
        firing.computeIfAbsent(fired.alert(), name -> new ArrayList<>()).add(happening);
      }
    }
    return new Histories(store, Calendar.healthyDay(), happenings, firing);
  }

  /** The day and all incidents. */
  List<Stretch> all() {
    List<Stretch> all = new ArrayList<>(List.of(day));
    happenings.forEach(happening -> all.add(Calendar.around(happening)));
    return all;
  }

  /** The incidents during which an alert fires. */
  List<Happening> firing(String alert) {
    return firing.getOrDefault(alert, List.of());
  }
}
