package io.runboards.check;

import io.runboards.catalog.Metric;
import io.runboards.flow.SeriesLabels;
import io.runboards.promql.Matcher;
import io.runboards.promql.Promql;
import io.runboards.site.Tenant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Which metrics the selectors of a tenant may let through.
 *
 * @param selectors what a series must fulfil: all matchers of one of them; empty lets all through
 * @param extraLabels labels that any series may have
 */
record AccessPolicies(List<List<Matcher>> selectors, Set<String> extraLabels) {

  static AccessPolicies of(Tenant tenant, Set<String> extraLabels) {
    return new AccessPolicies(
        tenant.gem().access().stream().map(Promql::matchers).toList(), extraLabels);
  }

  /** Whether no series of a metric can be seen. */
  boolean hide(Metric metric) {
    return !selectors.isEmpty()
        && selectors.stream()
            .allMatch(matchers -> matchers.stream().anyMatch(it -> excludes(it, metric)));
  }

  /** The labels that selectors want and a metric never has. */
  Stream<String> missingOn(Metric metric) {
    return selectors.stream()
        .flatMap(List::stream)
        .filter(matcher -> !isName(matcher) && excludes(matcher, metric))
        .map(matcher -> matcher.label().value());
  }

  private boolean excludes(Matcher matcher, Metric metric) {
    if (isName(matcher)) {
      return !matches(matcher, metric.name());
    }
    String label = matcher.label().value();
    return !metric.has(label) && !extraLabels.contains(label) && !matcher.matchesEmpty();
  }

  private static boolean isName(Matcher matcher) {
    return matcher.label().value().equals(SeriesLabels.NAME);
  }

  private static boolean matches(Matcher matcher, String name) {
    String wanted = matcher.value().value();
    return switch (matcher.op()) {
      case EQUAL -> name.equals(wanted);
      case NOT_EQUAL -> !name.equals(wanted);
      case REGEX -> pattern(wanted, name, true);
      case NOT_REGEX -> !pattern(wanted, name, false);
    };
  }

  /** What Java does not read as the store does decides nothing. */
  private static boolean pattern(String regex, String name, boolean unknown) {
    try {
      return Pattern.compile(regex, Pattern.DOTALL).matcher(name).matches();
    } catch (PatternSyntaxException e) {
      return unknown;
    }
  }
}
