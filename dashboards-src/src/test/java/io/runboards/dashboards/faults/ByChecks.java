package io.runboards.dashboards.faults;

import io.runboards.check.DashboardChecks;
import io.runboards.check.Remark;
import io.runboards.check.RuleChecks;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.WrongDashboard;
import io.runboards.dashboards.faults.Found.Means;
import io.runboards.finding.Finding;
import io.runboards.finding.Severity;
import io.runboards.query.WrongQuery;
import io.runboards.rules.Recording;
import io.runboards.rules.WrongRule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what was written, and says what the checks have against it that they had not before. */
final class ByChecks {
  private final Written written;
  private final Map<Object, Set<Said>> before = new ConcurrentHashMap<>();

  ByChecks(Written written) {
    this.written = written;
  }

  /** What a finding says about what; where it stands there does not count. */
  private record Said(String id, String source, String message) {
    static Said of(Finding finding) {
      return new Said(finding.id(), finding.place().source(), finding.message());
    }
  }

  Optional<Found> found(Fault fault) {
    try {
      Written concerned = concerned(fault);
      Set<Said> known = before.computeIfAbsent(place(fault), place -> said(concerned));
      return remarks(fault.in(concerned))
          .filter(finding -> !known.contains(Said.of(finding)))
          .min(Comparator.comparing((Finding it) -> !fault.isNamedIn(it.toString())))
          .map(finding -> Found.of(Means.CHECKS, finding.toString(), fault));
    } catch (WrongDashboard | WrongQuery | WrongRule e) {
      return Optional.of(Found.of(Means.CHECKS, e.getMessage(), fault));
    }
  }

  /** What a check can look at: a dashboard has its own panels and the variables of the others. */
  private Written concerned(Fault fault) {
    return switch (fault) {
      case Fault.OfPanel panel -> alone(panel.dashboard());
      case Fault.OfVariable variable -> alone(variable.before());
      case Fault.OfRule rule -> written;
    };
  }

  private Written alone(Dashboard dashboard) {
    return new Written(
        written.dashboards().stream().map(it -> it == dashboard ? it : it.rows(List.of())).toList(),
        Written.rules(written.book(), rule -> Stream.of(rule).filter(Recording.class::isInstance)));
  }

  private static Object place(Fault fault) {
    return switch (fault) {
      case Fault.OfPanel panel -> panel.dashboard().uid();
      case Fault.OfVariable variable -> variable.before().uid();
      case Fault.OfRule rule -> "rules";
    };
  }

  private static Set<Said> said(Written all) {
    return remarks(all).map(Said::of).collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<Finding> remarks(Written all) {
    Workspace workspace = all.workspace();
    return Stream.of(DashboardChecks.check(workspace), RuleChecks.check(workspace))
        .flatMap(List::stream)
        .map(Remark::finding)
        .filter(finding -> finding.severity() != Severity.INFO);
  }
}
