package io.runboards.dashboards.faults;

import io.runboards.catalog.Label;
import io.runboards.check.Edit;
import io.runboards.check.Site;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import io.runboards.promql.Span;
import io.runboards.promql.Text;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Wrong metrics, labels and values in queries. */
final class NameSlips {
  private NameSlips() {}

  static Stream<Expr> misspeltMetrics(Subject subject) {
    return subject
        .sites(VectorSelector.class)
        .filter(site -> subject.metric(site.node()).isPresent())
        .map(
            site -> site.with(Edit.named(site.node(), Misspelling.of(site.node().name().value()))));
  }

  static Stream<Expr> otherMetrics(Subject subject) {
    return subject
        .sites(VectorSelector.class)
        .flatMap(site ->
            subject.metric(site.node()).stream()
                .flatMap(metric -> Subject.neighbour(metric, subject.world()).stream())
                .map(other -> site.with(Edit.named(site.node(), other.name()))));
  }

  static Stream<Expr> misspeltGroups(Subject subject) {
    return subject
        .sites(Aggregation.class)
        .flatMap(site ->
            each(site.node().labels()).mapToObj(i -> misspelt(site.node(), i)).map(site::with));
  }

  private static Aggregation misspelt(Aggregation node, int index) {
    Text label = Text.of(Misspelling.of(node.labels().get(index).value()));
    return Edit.grouped(node, Edit.replaced(node.labels(), index, label));
  }

  static Stream<Expr> droppedGroups(Subject subject) {
    return subject
        .sites(Aggregation.class)
        .flatMap(site ->
            each(site.node().labels())
                .mapToObj(i -> Edit.grouped(site.node(), Edit.without(site.node().labels(), i)))
                .map(site::with));
  }

  static Stream<Expr> misspeltValues(Subject subject) {
    return changed(
        subject,
        site ->
            site.matcher().value().isFixed() && !site.matcher().value().isEmpty()
                ? Stream.of(site.with(misspelt(site.matcher())))
                : Stream.empty());
  }

  private static Matcher misspelt(Matcher matcher) {
    Text value = Text.of(Misspelling.of(matcher.value().value()));
    return new Matcher(matcher.label(), matcher.op(), value, Span.NONE);
  }

  static Stream<Expr> droppedMatchers(Subject subject) {
    return changed(subject, site -> Stream.of(site.without()));
  }

  /** The right value for another label of the metric. */
  static Stream<Expr> movedMatchers(Subject subject) {
    return changed(
        subject,
        place ->
            subject.metric(place.site().node()).stream()
                .flatMap(metric -> metric.labels().stream())
                .map(Label::name)
                .filter(label -> !label.equals(place.matcher().label().value()))
                .limit(1)
                .map(label -> place.with(Edit.labelled(place.matcher(), Text.of(label)))));
  }

  /** A matcher of a selector. */
  private record Place(Site<VectorSelector> site, int index) {
    Matcher matcher() {
      return site.node().matchers().get(index);
    }

    Expr with(Matcher other) {
      return site.with(
          Edit.matching(site.node(), Edit.replaced(site.node().matchers(), index, other)));
    }

    Expr without() {
      return site.with(Edit.matching(site.node(), Edit.without(site.node().matchers(), index)));
    }
  }

  private static Stream<Expr> changed(Subject subject, Function<Place, Stream<Expr>> change) {
    return subject
        .sites(VectorSelector.class)
        .flatMap(site -> each(site.node().matchers()).mapToObj(i -> new Place(site, i)))
        .flatMap(change);
  }

  private static IntStream each(List<?> list) {
    return IntStream.range(0, list.size());
  }
}
