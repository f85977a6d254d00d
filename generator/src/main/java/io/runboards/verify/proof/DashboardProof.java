package io.runboards.verify.proof;

import io.runboards.dashboard.Origin;
import java.util.List;

/**
 * What a dashboard showed.
 *
 * @param uid its uid
 * @param title its title
 * @param folder the title of its folder
 * @param choices what was chosen above it
 * @param flaws what is wrong with its variables
 * @param panels its panels that ask something
 * @param origin the line that wrote it
 */
public record DashboardProof(
    String uid,
    String title,
    String folder,
    List<Chosen> choices,
    List<Flaw> flaws,
    List<PanelProof> panels,
    Origin origin) {

  /**
   * What was chosen in a variable.
   *
   * @param variable its name
   * @param value the value, or several with commas between them
   */
  public record Chosen(String variable, String value) {}

  public DashboardProof {
    choices = List.copyOf(choices);
    flaws = List.copyOf(flaws);
    panels = List.copyOf(panels);
  }

  public Verdict verdict() {
    Verdict ofVariables = Verdict.worst(flaws.stream().map(Flaw::verdict).toList());
    Verdict ofPanels = Verdict.worst(panels.stream().map(PanelProof::verdict).toList());
    return Verdict.worst(List.of(ofVariables, ofPanels));
  }
}
