package io.runboards.check;

import io.runboards.catalog.Metric;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import io.runboards.promql.Matching;
import io.runboards.promql.Matching.Group;
import io.runboards.promql.Text;
import io.runboards.promql.ValueType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Series that find no partner, the wrong one, or several. */
final class JoinMistakes {
  /** A label with another value for each GPU in the world. */
  private static final String UNIQUE = "UUID";

  private JoinMistakes() {}

  /** One of several labels is missing after {@code on}, without which other series are pairs. */
  static Stream<Expr> onLabelsRemoved(Subject subject) {
    return joins(subject)
        .filter(site -> site.node().matching().labels().size() > 1)
        .flatMap(site -> {
          Matching matching = site.node().matching();
          List<Text> labels = matching.labels();
          return IntStream.range(0, labels.size())
              .filter(i -> !isImplied(labels.get(i).value(), site.node()))
              .mapToObj(i -> Edit.on(matching, Edit.without(labels, i)))
              .map(fewer -> site.with(Edit.pairedBy(site.node(), fewer)));
        });
  }

  /** Whether a label agrees anyway: it has one value in both sides, or that of a known GPU. */
  private static boolean isImplied(String label, Binary join) {
    boolean ofKnownGpu = values(join.matching().labels()).contains(UNIQUE) && !label.equals(UNIQUE);
    return ofKnownGpu
        || join.children().stream()
            .flatMap(side -> Below.selectors(List.of(side)))
            .allMatch(selector -> withPinned(Set.of(), selector).contains(label));
  }

  /** Just those labels are ignored that must agree. */
  static Stream<Expr> onTurnedIgnoring(Subject subject) {
    return joins(subject)
        .filter(site -> !site.node().matching().labels().isEmpty())
        .map(site -> site.with(Edit.pairedBy(site.node(), Edit.ignoring(site.node().matching()))));
  }

  /** Sides with different labels have no {@code on}. */
  static Stream<Expr> onRemoved(Subject subject) {
    return joins(subject)
        .filter(site -> site.node().op() != BinaryOp.OR)
        .filter(site -> {
          Optional<Set<String>> left = groups(site.node().left());
          Optional<Set<String>> right = groups(site.node().right());
          return left.isPresent() && right.isPresent() && !left.equals(right);
        })
        .map(site -> site.with(Edit.pairedBy(site.node(), Matching.ALL_LABELS)));
  }

  /** Several series of one side belong to one of the other, and no group says so. */
  static Stream<Expr> groupsRemoved(Subject subject) {
    return regrouped(subject, Group.NONE);
  }

  /** The group is that of the other side. */
  static Stream<Expr> groupsSwapped(Subject subject) {
    return Stream.concat(regrouped(subject, Group.LEFT), regrouped(subject, Group.RIGHT));
  }

  private static Stream<Expr> regrouped(Subject subject, Group group) {
    return joins(subject)
        .filter(site -> site.node().matching().group() != Group.NONE)
        .filter(site -> site.node().matching().group() != group)
        .filter(site -> isGroupNeeded(site, group))
        .map(site -> {
          Matching matching = site.node().matching();
          List<Text> include = group == Group.NONE ? List.of() : matching.include();
          return site.with(Edit.pairedBy(site.node(), Edit.grouped(matching, group, include)));
        });
  }

  /** Whether another group would pair other series or lose a label that is needed. */
  private static boolean isGroupNeeded(Site<Binary> site, Group other) {
    Binary join = site.node();
    Matching matching = join.matching();
    Expr many = matching.group() == Group.LEFT ? join.left() : join.right();
    boolean several = !groups(many).equals(Optional.of(values(matching.labels())));
    return several
        || matching.include().stream()
            .map(Text::value)
            .anyMatch(label -> other != Group.NONE || GroupingMistakes.isNeeded(label, site));
  }

  /** A side of a join is not aggregated, and {@code on} does not tell its series apart. */
  static Stream<Expr> aggregationsRemoved(Subject subject) {
    return joins(subject)
        .filter(site -> !site.node().op().isSet())
        .flatMap(site -> {
          Set<String> on = values(site.node().matching().labels());
          return sidesOfOne(site)
              .map(JoinMistakes::bare)
              .flatMap(side -> side.as(Aggregation.class))
              .filter(side -> isAmbiguous(side.node().expr(), on, subject))
              .map(side -> side.with(side.node().expr()));
        });
  }

  private static Stream<Site<Binary>> joins(Subject subject) {
    return subject.sites(Binary.class).filter(site -> site.node().matching().on());
  }

  /** The sides of which one series at most may match. */
  private static Stream<Site<?>> sidesOfOne(Site<Binary> join) {
    return switch (join.node().matching().group()) {
      case NONE -> join.children();
      case LEFT -> Stream.of(join.child(1));
      case RIGHT -> Stream.of(join.child(0));
    };
  }

  /** Without parentheses and comparisons with a number. */
  private static Site<?> bare(Site<?> site) {
    return switch (site.node()) {
      case Expr.Paren paren -> bare(site.child(0));
      case Binary binary when binary.op().isComparison() && isNumber(binary.right()) ->
          bare(site.child(0));
      default -> site;
    };
  }

  private static boolean isNumber(Expr expr) {
    return expr.type() == ValueType.SCALAR;
  }

  /** Whether series that differ can have the same labels of those. */
  private static boolean isAmbiguous(Expr expr, Set<String> labels, Subject subject) {
    return switch (expr) {
      case VectorSelector selector ->
          subject
              .metric(selector)
              .filter(metric -> isAmbiguous(metric, withPinned(labels, selector)))
              .isPresent();
      case Aggregation aggregation -> !labels.containsAll(values(aggregation.labels()));
      case Expr.Paren paren -> isAmbiguous(paren.expr(), labels, subject);
      case Expr.RangeSelector range -> isAmbiguous(range.vector(), labels, subject);
      case Expr.Call call -> isAmbiguous(call.args().getFirst(), labels, subject);
      default -> false;
    };
  }

  /** The labels, and those that have only one value anyway. */
  private static Set<String> withPinned(Set<String> labels, VectorSelector selector) {
    Set<String> all = new HashSet<>(labels);
    selector.matchers().stream()
        .filter(matcher -> matcher.op() == Matcher.Op.EQUAL)
        .map(matcher -> matcher.label().value())
        .forEach(all::add);
    return all;
  }

  private static boolean isAmbiguous(Metric metric, Set<String> labels) {
    return metric.identities().stream()
        .noneMatch(key -> key.stream().allMatch(label -> labels.contains(label.name())));
  }

  /** The labels by which the series of a part are grouped. */
  private static Optional<Set<String>> groups(Expr expr) {
    return switch (expr) {
      case Aggregation aggregation -> Optional.of(values(aggregation.labels()));
      case Expr.Paren paren -> groups(paren.expr());
      case Binary binary when isNumber(binary.right()) -> groups(binary.left());
      case Binary binary when isNumber(binary.left()) -> groups(binary.right());
      case Binary binary -> groupsOfPairs(binary);
      default -> Optional.empty();
    };
  }

  private static Optional<Set<String>> groupsOfPairs(Binary binary) {
    return switch (binary.matching().group()) {
      case LEFT -> groups(binary.left());
      case RIGHT -> groups(binary.right());
      case NONE ->
          binary.op().isSet()
              ? groups(binary.left())
              : Optional.of(values(binary.matching().labels()));
    };
  }

  private static Set<String> values(List<Text> labels) {
    return labels.stream().map(Text::value).collect(Collectors.toSet());
  }
}
