package io.runboards.check;

import io.runboards.dashboard.Annotation;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Target;
import io.runboards.finding.Finding;
import io.runboards.promql.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All rules about dashboards. */
public final class DashboardChecks {
  /** The rules, in the order of their ids. */
  static final List<DashboardCheck> ALL =
      List.of(
          new BrokenLink(),
          new DuplicateTitle(),
          new DuplicateUid(),
          new EmptyPanel(),
          new HardCodedPlace(),
          new IgnoredVariable(),
          new LegendLabel(),
          new LongWindow(),
          new MixedAxis(),
          new SharedPanel(),
          new ThresholdScale(),
          new TooManyPanels(),
          new UidForm(),
          new UnitContradiction(),
          new UnknownPart(),
          new UnknownVariable(),
          new UnusedVariable(),
          new VariableMetric(),
          new WrongTime());

  private DashboardChecks() {}

  /**
   * All that is wrong with the dashboards of a workspace and with their queries, in their order.
   */
  public static List<Remark> check(Workspace workspace) {
    List<Remark> remarks = new ArrayList<>();
    for (Examined examined : workspace.dashboards()) {
      for (DashboardCheck check : ALL) {
        check
            .problems(examined, workspace)
            .map(problem -> remark(check.id(), problem, examined.dashboard()))
            .forEach(remarks::add);
      }
      examined.panels().forEach(panel -> addQueries(panel, examined, remarks));
      for (Annotation annotation : examined.dashboard().annotations()) {
        addQuery(annotation.target(), annotation.name(), examined, remarks);
      }
    }
    return List.copyOf(remarks);
  }

  /** All links of a panel, also those of its columns and series. */
  public static Stream<DrillDown> links(Panel panel) {
    return BrokenLink.links(panel);
  }

  private static Remark remark(String id, DashboardProblem problem, Dashboard dashboard) {
    String text = problem.spot() instanceof Spot.InQuery in ? in.target().promql() : "";
    return new Remark(
        new Finding(
            id,
            problem.severity(),
            problem.message(),
            problem.spot().in(dashboard),
            problem.advice()),
        text);
  }

  private static void addQueries(Panel panel, Examined examined, List<Remark> remarks) {
    for (Target target : panel.frame().data().targets()) {
      addQuery(target, panel.title(), examined, remarks);
    }
  }

  private static void addQuery(
      Target target, String title, Examined examined, List<Remark> remarks) {
    String source = target.origin() + " " + examined.dashboard().uid() + " \"" + title + "\"";
    ParseException broken = examined.broken().get(target);
    List<Finding> findings =
        broken == null
            ? QueryChecks.check(source, target.promql(), examined.queries().get(target))
            : List.of(broken.toFinding(source));
    findings.forEach(finding -> remarks.add(new Remark(finding, target.promql())));
  }
}
