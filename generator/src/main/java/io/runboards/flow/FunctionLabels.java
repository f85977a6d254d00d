package io.runboards.flow;

import static io.runboards.flow.SeriesLabels.NAME;
import static io.runboards.flow.SeriesLabels.difference;
import static io.runboards.flow.SeriesLabels.union;

import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.StringLiteral;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import io.runboards.promql.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What functions do to labels. */
final class FunctionLabels {
  private static final LabelSet NAMELESS = LabelSet.of(Set.of(NAME));
  private static final LabelSet WITHOUT_BUCKETS = LabelSet.of(Set.of("le", NAME));

  /** Patterns that every value matches, also that of a label which is not there. */
  private static final Set<String> ANYTHING = Set.of(".*", "(.*)");

  private FunctionLabels() {}

  /** The labels of a call's result; {@code args} are those of its arguments. */
  static SeriesLabels of(Call call, List<SeriesLabels> args) {
    return switch (call.function().name()) {
      case "absent", "absent_over_time" -> absent(call.args().getFirst());
      case "histogram_quantile", "histogram_fraction" -> args.getLast().lacking(WITHOUT_BUCKETS);
      case "histogram_quantiles" -> quantiles(call, args.getFirst());
      case "label_replace" -> labelReplace(call, args.getFirst());
      case "label_join" -> labelJoin(call, args.getFirst());
      case "info" -> info(call, args.getFirst());
      case "last_over_time",
          "first_over_time",
          "sort",
          "sort_desc",
          "sort_by_label",
          "sort_by_label_desc" ->
          args.getFirst();
      default -> withoutName(call, args);
    };
  }

  /** Most functions keep the labels of their one vector and drop the metric's name. */
  private static SeriesLabels withoutName(Call call, List<SeriesLabels> args) {
    if (call.function().returns() == ValueType.SCALAR) {
      return SeriesLabels.NONE;
    }
    for (int i = 0; i < args.size(); i++) {
      ValueType type = call.args().get(i).type();
      if (type != ValueType.SCALAR && type != ValueType.STRING) {
        return args.get(i).without(NAMELESS);
      }
    }
    return SeriesLabels.NONE;
  }

  /** One series, with the labels that the selector asks for. */
  private static SeriesLabels absent(Expr arg) {
    VectorSelector selector =
        switch (arg) {
          case VectorSelector vector -> vector;
          case Expr.RangeSelector range -> range.vector();
          default -> null;
        };
    if (selector == null) {
      return SeriesLabels.NONE;
    }
    Set<String> labels = new HashSet<>();
    Set<String> twice = new HashSet<>();
    boolean variable = false;
    for (Matcher matcher : selector.matchers()) {
      String label = matcher.label().value();
      variable |= !matcher.label().isFixed() || !matcher.value().isFixed();
      boolean equal = matcher.op() == Matcher.Op.EQUAL && !label.equals(NAME);
      if (equal && !labels.contains(label)) {
        labels.add(label);
      } else {
        twice.add(label);
      }
    }
    Set<String> certain =
        difference(labels, twice).stream()
            .filter(label -> !isEmptyIn(selector, label))
            .collect(Collectors.toSet());
    return new SeriesLabels(variable ? Set.of() : certain, labels, false, List.of(Set.of()));
  }

  private static boolean isEmptyIn(VectorSelector selector, String label) {
    return selector.matchers().stream()
        .anyMatch(m -> m.label().value().equals(label) && m.value().isEmpty());
  }

  private static SeriesLabels quantiles(Call call, SeriesLabels histogram) {
    SeriesLabels series = histogram.lacking(WITHOUT_BUCKETS);
    if (!(call.args().get(1) instanceof StringLiteral label) || !label.text().isFixed()) {
      return SeriesLabels.ANY;
    }
    Set<String> added = Set.of(label.text().value());
    SeriesLabels others = series.without(added);
    return new SeriesLabels(
        union(others.certain(), added),
        union(others.possible(), added),
        series.open(),
        others.identities().stream().map(key -> union(key, added)).toList());
  }

  private static SeriesLabels labelReplace(Call call, SeriesLabels input) {
    List<String> strings = strings(call);
    if (strings.isEmpty()) {
      return SeriesLabels.ANY;
    }
    String target = strings.get(0);
    String replacement = strings.get(1);
    String source = strings.get(2);
    String regex = strings.get(3);
    boolean copies = replacement.equals("$1") && Set.of("(.*)", "(.+)").contains(regex);
    if (copies && input.certain().contains(source)) {
      return copied(input, source, target);
    }
    SeriesLabels others = input.without(Set.of(target));
    boolean kept = !replacement.isEmpty() && !replacement.contains("$");
    boolean always = source.isEmpty() && regex.isEmpty() || ANYTHING.contains(regex);
    Set<String> certain =
        kept && (always || input.certain().contains(target))
            ? union(others.certain(), Set.of(target))
            : others.certain();
    return new SeriesLabels(
        certain, union(others.possible(), Set.of(target)), input.open(), others.identities());
  }

  /** A label that says the same as another one identifies as well. */
  private static SeriesLabels copied(SeriesLabels input, String source, String target) {
    SeriesLabels others = source.equals(target) ? input : input.without(Set.of(target));
    List<Set<String>> keys = new ArrayList<>(others.identities());
    for (Set<String> key : others.identities()) {
      if (key.contains(source)) {
        keys.add(union(difference(key, Set.of(source)), Set.of(target)));
      }
    }
    Set<String> added = Set.of(target);
    return new SeriesLabels(
        union(others.certain(), added), union(others.possible(), added), input.open(), keys);
  }

  private static SeriesLabels labelJoin(Call call, SeriesLabels input) {
    List<String> strings = strings(call);
    if (strings.isEmpty()) {
      return SeriesLabels.ANY;
    }
    Set<String> target = Set.of(strings.getFirst());
    List<String> sources = strings.subList(2, strings.size());
    boolean certain =
        sources.stream().anyMatch(input.certain()::contains)
            || sources.size() > 1 && !strings.get(1).isEmpty();
    SeriesLabels others = input.without(target);
    return new SeriesLabels(
        certain ? union(others.certain(), target) : others.certain(),
        union(others.possible(), target),
        input.open(),
        others.identities());
  }

  /** The labels of the info metric come on top; those that the query names, or any. */
  private static SeriesLabels info(Call call, SeriesLabels input) {
    if (call.args().size() < 2 || !(call.args().get(1) instanceof VectorSelector selector)) {
      return new SeriesLabels(input.certain(), input.possible(), true, input.identities());
    }
    Set<String> named = LabelFlow.names(selector.matchers().stream().map(Matcher::label).toList());
    return new SeriesLabels(
        input.certain(),
        union(input.possible(), difference(named, Set.of(NAME))),
        input.open(),
        input.identities());
  }

  /** The values of the string arguments; empty if one of them holds a variable. */
  private static List<String> strings(Call call) {
    List<String> values = new ArrayList<>();
    for (Expr arg : call.args().subList(1, call.args().size())) {
      if (!(arg instanceof StringLiteral string) || !string.text().isFixed()) {
        return List.of();
      }
      values.add(string.text().value());
    }
    return values;
  }
}
