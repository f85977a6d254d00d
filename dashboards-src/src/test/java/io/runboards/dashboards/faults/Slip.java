package io.runboards.dashboards.faults;

import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Target;
import io.runboards.promql.Expr;
import io.runboards.promql.ParseException;
import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import io.runboards.query.Computed;
import io.runboards.rules.Rule;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What people do wrong in dashboards and rules, without meaning to. */
public enum Slip {
  METRIC_MISSPELT(NameSlips::misspeltMetrics),
  OTHER_METRIC(NameSlips::otherMetrics),
  GROUP_LABEL_MISSPELT(NameSlips::misspeltGroups),
  GROUP_LABEL_DROPPED(NameSlips::droppedGroups),
  MATCHER_VALUE_MISSPELT(NameSlips::misspeltValues),
  MATCHER_DROPPED(NameSlips::droppedMatchers),
  MATCHER_ON_OTHER_LABEL(NameSlips::movedMatchers),
  RATE_DROPPED(CalculationSlips::ratesDropped),
  RATE_OF_GAUGE(CalculationSlips::ratesOfGauges),
  WINDOW_TOO_SHORT(CalculationSlips::windowsTooShort),
  WINDOW_TOO_LONG(CalculationSlips::windowsTooLong),
  FRACTION_TURNED(CalculationSlips::fractionsTurned),
  FACTOR_DROPPED(CalculationSlips::factorsDropped),
  FACTOR_ADDED(CalculationSlips::factorsAdded),
  OTHER_AGGREGATION(CalculationSlips::otherAggregations),
  COMPARISON_TURNED(CalculationSlips::comparisonsTurned),
  ON_DROPPED(CalculationSlips::onDropped),
  GROUP_SIDE_DROPPED(CalculationSlips::groupsDropped),
  OTHER_SET_OPERATOR(CalculationSlips::otherSets),
  UNIT_WRONG((PanelSlips.OfPanel) PanelSlips::wrongUnits),
  PANEL_THRESHOLDS_OFF((PanelSlips.OfPanel) PanelSlips::thresholdsOff),
  LEGEND_LABEL_MISSING((PanelSlips.OfPanel) PanelSlips::legendsOfMissingLabels),
  COLUMN_LABEL_MISSING((PanelSlips.OfPanel) PanelSlips::columnsOfMissingLabels),
  LINK_TO_NOWHERE((PanelSlips.OfPanel) PanelSlips::linksToNowhere),
  LINK_CARRIES_WRONG_LABEL((PanelSlips.OfPanel) PanelSlips::linksCarryingNothing),
  VARIABLE_MISSPELT((PanelSlips.OfPanel) PanelSlips::variablesMisspelt),
  INSTANT_OR_RANGE((PanelSlips.OfPanel) PanelSlips::otherTimes),
  VARIABLE_RENAMED((VariableSlips.OfVariable) VariableSlips::renamed),
  VARIABLE_OF_OTHER_METRIC((VariableSlips.OfVariable) VariableSlips::ofOtherMetrics),
  VARIABLE_OF_OTHER_LABEL((VariableSlips.OfVariable) VariableSlips::ofOtherLabels),
  ALERT_THRESHOLD_OFF((RuleSlips.OfRule) RuleSlips::thresholdsOff),
  FOR_DROPPED((RuleSlips.OfRule) RuleSlips::holdsDropped),
  SEVERITY_LOWERED((RuleSlips.OfRule) RuleSlips::severitiesLowered),
  RULE_REMOVED((RuleSlips.OfRule) RuleSlips::removed),
  RECORDING_RENAMED((RuleSlips.OfRule) RuleSlips::misspelt),
  RECORDING_OF_OTHER_LEVEL((RuleSlips.OfRule) RuleSlips::ofOtherLevels),
  RECORDED_LABELS_WRONG((RuleSlips.OfRule) RuleSlips::labelsDropped);

  /** Makes the mistake wherever it can be made; most of them are never looked at. */
  private interface Maker {
    Stream<Supplier<Optional<Fault>>> make(Slip slip, Written written, Workspace workspace);
  }

  private final Maker maker;

  Slip(Function<Subject, Stream<Expr>> inQuery) {
    this.maker =
        (slip, written, workspace) ->
            Stream.concat(
                written.dashboards().stream()
                    .flatMap(dashboard -> inPanels(slip, dashboard, workspace, inQuery)),
                written.book().rules().flatMap(rule -> inRule(slip, rule, workspace, inQuery)));
  }

  Slip(PanelSlips.OfPanel inPanel) {
    this.maker =
        (slip, written, workspace) ->
            written.dashboards().stream()
                .flatMap(dashboard ->
                    workspace.dashboards().stream()
                        .filter(it -> it.dashboard().uid().equals(dashboard.uid()))
                        .flatMap(examined -> inPanel.in(slip, dashboard, examined)))
                .map(Slip::known);
  }

  Slip(VariableSlips.OfVariable inVariable) {
    this.maker =
        (slip, written, workspace) ->
            written.dashboards().stream()
                .flatMap(dashboard -> inVariable.in(slip, dashboard, workspace.world()))
                .map(Slip::known);
  }

  Slip(RuleSlips.OfRule inRule) {
    this.maker =
        (slip, written, workspace) ->
            written.book().rules().flatMap(rule -> inRule.in(slip, rule)).map(Slip::known);
  }

  private static Supplier<Optional<Fault>> known(Fault fault) {
    return () -> Optional.of(fault);
  }

  private static Stream<Supplier<Optional<Fault>>> inPanels(
      Slip slip, Dashboard dashboard, Workspace workspace, Function<Subject, Stream<Expr>> change) {
    return dashboard
        .panels()
        .flatMap(panel ->
            panel.frame().data().targets().stream()
                .flatMap(target -> {
                  Expr tree = Promql.parse(target.promql(), Syntax.GRAFANA);
                  return change
                      .apply(new Subject(tree, workspace.world()))
                      .map(query ->
                          () ->
                              text(query, tree)
                                  .map(text -> inPanel(slip, dashboard, panel, target, text)));
                }));
  }

  private static Fault inPanel(
      Slip slip, Dashboard dashboard, Panel panel, Target target, String text) {
    Target other = PanelSlips.other(target, text, target.legend(), target.when());
    return new Fault.OfPanel(
        slip,
        dashboard,
        panel,
        PanelSlips.with(panel, target, other),
        new Fault.Lines(target.promql(), text));
  }

  private static Stream<Supplier<Optional<Fault>>> inRule(
      Slip slip, Rule rule, Workspace workspace, Function<Subject, Stream<Expr>> change) {
    Expr tree = rule.series().expr();
    return change
        .apply(new Subject(tree, workspace.world()))
        .map(query ->
            () ->
                text(query, tree)
                    .map(text ->
                        new Fault.OfRule(
                            slip,
                            rule,
                            Optional.of(RuleSlips.with(rule, new Computed(Promql.parse(text)))),
                            new Fault.Lines(tree.toString(), text))));
  }

  /** The query; empty if it is as it was, or no PromQL, which would be too easy to find. */
  private static Optional<String> text(Expr query, Expr before) {
    try {
      return Optional.of(Promql.parse(query.toString(), Syntax.GRAFANA).toString())
          .filter(text -> !text.equals(before.toString()));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  /** Every place where this mistake can be made, with the mistake in it if it can be written. */
  Stream<Supplier<Optional<Fault>>> in(Written written, Workspace workspace) {
    return maker.make(this, written, workspace);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
