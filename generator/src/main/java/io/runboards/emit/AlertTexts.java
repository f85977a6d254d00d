package io.runboards.emit;

import io.runboards.catalog.Label;
import io.runboards.check.Destination;
import io.runboards.check.Destination.Source;
import io.runboards.check.ExaminedRule;
import io.runboards.check.Workspace;
import io.runboards.dashboard.DrillDown;
import io.runboards.rules.Alert;
import io.runboards.rules.LabelValue;
import io.runboards.rules.Template;
import io.runboards.rules.WrongRule;
import io.runboards.site.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What alerts say to those who get them: their own words, and where to read on.
 *
 * <p>A link to a dashboard carries the labels that every series of the alert has; the dashboard
 * takes each into the variable that holds it.
 */
public final class AlertTexts {
  private final Site site;
  private final Workspace workspace;
  private final Map<String, ExaminedRule> examined = new HashMap<>();

  private AlertTexts(Site site, Workspace workspace) {
    this.site = site;
    this.workspace = workspace;
    workspace.rules().forEach(rule -> examined.putIfAbsent(rule.rule().name(), rule));
  }

  public static AlertTexts of(Site site, Workspace workspace) {
    return new AlertTexts(site, workspace);
  }

  /**
   * One text.
   *
   * @param name the annotation that it becomes
   * @param template the text, in which labels and the value may stand
   */
  public record AlertText(String name, String template) {

    /** The same text for one series. */
    public AlertText filledIn(List<LabelValue> labels, double value) {
      try {
        return new AlertText(name, Template.parse(template).filledIn(labels, value));
      } catch (Template.Wrong e) {
        throw new WrongRule(e.getMessage());
      }
    }
  }

  /** The texts of an alert, the most important one first. */
  public List<AlertText> of(Alert alert) {
    List<AlertText> texts = new ArrayList<>();
    texts.add(new AlertText("summary", alert.text().summary()));
    texts.add(new AlertText("description", alert.text().description()));
    site.runbooks()
        .map(folder -> new AlertText("runbook_url", folder + "/" + alert.name()))
        .ifPresent(texts::add);
    dashboard(alert).map(url -> new AlertText("dashboard_url", url)).ifPresent(texts::add);
    return texts.stream().filter(text -> !text.template().isEmpty()).toList();
  }

  /** The address of the first dashboard to look at that exists. */
  private Optional<String> dashboard(Alert alert) {
    return alert.lookAt().stream()
        .filter(link -> workspace.find(link.uid()).isPresent())
        .findFirst()
        .map(link -> address(link, alert));
  }

  private String address(DrillDown link, Alert alert) {
    Destination destination = Destination.of(link, List.of(), certainLabels(alert), workspace);
    List<String> parameters = new ArrayList<>();
    for (Destination.Value value : destination.values()) {
      if (value.source() instanceof Source.Clicked(Label label)) {
        parameters.add(
            "var-%s={{ $labels.%s | urlquery }}".formatted(value.variable(), label.name()));
      }
    }
    String dashboard = site.grafana().dashboard(link.uid());
    return parameters.isEmpty() ? dashboard : dashboard + "?" + String.join("&", parameters);
  }

  private Set<String> certainLabels(Alert alert) {
    return Optional.ofNullable(examined.get(alert.name()))
        .flatMap(ExaminedRule::query)
        .map(query -> query.labels().at(query.tree()).certain())
        .orElse(Set.of());
  }
}
