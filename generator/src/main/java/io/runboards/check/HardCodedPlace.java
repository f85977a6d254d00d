package io.runboards.check;

import io.runboards.catalog.Labels;
import io.runboards.dashboard.Annotation;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Target;
import io.runboards.dashboard.TextPanel;
import io.runboards.promql.Matcher;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A host, a port, an organisation or a cluster of one installation, on a dashboard for all. */
final class HardCodedPlace implements DashboardCheck {
  private static final Pattern ADDRESS =
      Pattern.compile("\\b\\d{1,3}(\\\\?\\.\\d{1,3}){3}\\b|[A-Za-z0-9.-]*[A-Za-z][A-Za-z0-9.-]*:\\d{2,5}\\b");

  /** Labels whose values every installation has its own of. */
  private static final Set<String> PLACES =
      Set.of(
          Labels.CLUSTER_ID.name(),
          Labels.CLUSTER.name(),
          Labels.NODE.name(),
          Labels.INSTANCE.name(),
          Labels.HOSTNAME.name(),
          Labels.OLD_HOSTNAME.name(),
          Labels.HOST_IP.name(),
          Labels.POD_IP.name(),
          Labels.UUID.name(),
          Labels.ORG_ID.name(),
          Labels.TENANT_ID.name());

  @Override
  public String id() {
    return "hard-coded-place";
  }

  @Override
  public Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace) {
    Stream<DashboardProblem> annotations =
        dashboard.dashboard().annotations().stream()
            .map(Annotation::target)
            .flatMap(target -> matchers(target, dashboard))
            .map(matcher -> DashboardProblem.of(message(matcher)));
    return Stream.concat(
        annotations, dashboard.panels().flatMap(panel -> problems(panel, dashboard)));
  }

  private static Stream<DashboardProblem> problems(Panel panel, Examined dashboard) {
    Stream<DashboardProblem> queries =
        panel.frame().data().targets().stream()
            .flatMap(target ->
                matchers(target, dashboard)
                    .map(it ->
                        DashboardProblem.at(
                            new Spot.InQuery(panel, target, it.span()), message(it))));
    Stream<DashboardProblem> words =
        panel instanceof TextPanel text && ADDRESS.matcher(text.markdown()).find()
            ? Stream.of(DashboardProblem.of(panel, "names an address of one installation"))
            : Stream.empty();
    return Stream.concat(queries, words).map(problem -> problem.advise("Let a variable choose it"));
  }

  private static Stream<Matcher> matchers(Target target, Examined dashboard) {
    return Optional.ofNullable(dashboard.queries().get(target)).stream()
        .flatMap(query -> query.matchers().stream())
        .filter(HardCodedPlace::isHardCoded);
  }

  private static boolean isHardCoded(Matcher matcher) {
    String value = matcher.value().value();
    if (!matcher.value().isFixed() || value.isEmpty()) {
      return false;
    }
    boolean names = !matcher.op().isRegex() || PlainRegex.isPlain(value);
    return ADDRESS.matcher(value).find() || names && PLACES.contains(matcher.label().value());
  }

  private static String message(Matcher matcher) {
    return "%s holds for one installation, and the dashboard is for all".formatted(matcher);
  }
}
