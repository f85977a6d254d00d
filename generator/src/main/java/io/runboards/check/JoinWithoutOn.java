package io.runboards.check;

import io.runboards.flow.SeriesLabels;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Text;
import io.runboards.promql.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Two sides with unlike labels, paired by all labels: no series finds a partner. */
final class JoinWithoutOn implements QueryCheck {
  @Override
  public String id() {
    return "join-without-on";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.ofEach(
        query.binaries(),
        binary -> pairsByAllLabels(binary) ? problem(binary, query) : Optional.empty());
  }

  /** Whether all labels or all others must agree; {@code or} takes both sides as they are. */
  private static boolean pairsByAllLabels(Binary binary) {
    return isVector(binary.left())
        && isVector(binary.right())
        && binary.op() != BinaryOp.OR
        && !binary.matching().on()
        && binary.matching().labels().stream().allMatch(Text::isFixed);
  }

  private static boolean isVector(Expr expr) {
    return expr.type() == ValueType.VECTOR;
  }

  private static Optional<Problem> problem(Binary binary, Query query) {
    SeriesLabels left = query.labels().at(binary.left());
    SeriesLabels right = query.labels().at(binary.right());
    if (left.open() || right.open()) {
      return Optional.empty();
    }
    Set<String> ignored = new HashSet<>(Set.of(SeriesLabels.NAME));
    binary.matching().labels().stream().map(Text::value).forEach(ignored::add);
    List<String> differences = new ArrayList<>();
    addDifference(left, right, ignored, "left", differences);
    addDifference(right, left, ignored, "right", differences);
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Problem.error(
                    binary.span(),
                    "the sides of "
                        + binary.op().symbol()
                        + " have different labels: "
                        + String.join(", ", differences))
                .advise("Say with on (...) which labels must agree."));
  }

  private static void addDifference(
      SeriesLabels side,
      SeriesLabels other,
      Set<String> ignored,
      String which,
      List<String> differences) {
    Set<String> only = new TreeSet<>(side.possible());
    only.removeAll(other.possible());
    only.removeAll(ignored);
    if (!only.isEmpty()) {
      differences.add(String.join(", ", only) + " only on the " + which);
    }
  }
}
