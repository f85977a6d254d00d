package io.runboards.verify.coverage;

import io.runboards.flow.Metrics;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells whether a query can have a result at all in a store that lacks some metrics.
 *
 * <p>What rules record counts as there if the rules can record it, for they are shipped together.
 */
public final class Reach {
  private static final Set<String> ABSENT = Set.of("absent", "absent_over_time");

  private final Inventory inventory;
  private final Map<String, List<Recording>> writers = new HashMap<>();
  private final Map<String, Set<String>> known = new HashMap<>();

  public Reach(Inventory inventory, RuleBook book) {
    this.inventory = inventory;
    book.recordings()
        .forEach(rule -> writers.computeIfAbsent(rule.name(), name -> new ArrayList<>()).add(rule));
  }

  /** The metrics without which there can be no result; none if there can be one. */
  public Set<String> missing(Expr query) {
    return switch (query) {
      case VectorSelector selector -> missing(Metrics.nameOf(selector));
      case Call call when ABSENT.contains(call.function().name()) -> Set.of();
      case Binary binary when binary.op() == BinaryOp.OR -> either(binary);
      case Binary binary when binary.op() == BinaryOp.UNLESS -> missing(binary.left());
      default -> {
        Set<String> all = new TreeSet<>();
        query.children().forEach(child -> all.addAll(missing(child)));
        yield all;
      }
    };
  }

  private Set<String> either(Binary binary) {
    Set<String> left = missing(binary.left());
    Set<String> right = missing(binary.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Set.of();
    }
    Set<String> both = new TreeSet<>(left);
    both.addAll(right);
    return both;
  }

  private Set<String> missing(Optional<String> name) {
    if (name.isEmpty() || inventory.has(name.get())) {
      return Set.of();
    }
    return writers.containsKey(name.get()) ? recorded(name.get()) : Set.of(name.get());
  }

  /** What the rules lack that write a metric; any of them will do. A rule may read itself. */
  private Set<String> recorded(String name) {
    Set<String> before = known.putIfAbsent(name, Set.of());
    if (before != null) {
      return before;
    }
    Set<String> all = new TreeSet<>();
    for (Recording writer : writers.get(name)) {
      Set<String> lacks = missing(writer.series().expr());
      if (lacks.isEmpty()) {
        all.clear();
        break;
      }
      all.addAll(lacks);
    }
    known.put(name, all);
    return all;
  }
}
