package io.runboards.check;

import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.Subquery;
import io.runboards.promql.Period;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A sum over time in which nobody says how many values an hour has. */
final class SumWithoutStep implements QueryCheck {
  @Override
  public String id() {
    return "sum-without-step";
  }

  @Override
  public List<Problem> problems(Query query) {
    List<Call> sums =
        withoutStep(query.calls().stream())
            .filter(call -> call.function().name().equals("sum_over_time"))
            .toList();
    Set<Expr> divided = sums.isEmpty() ? Set.of() : divided(query);
    return Problems.where(sums, call -> !divided.contains(call), SumWithoutStep::problem);
  }

  /** The sums that are divided by others that have as many values. */
  private static Set<Expr> divided(Query query) {
    Set<Expr> divided = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Binary binary : query.binaries()) {
      List<Call> left = withoutStep(calls(binary.left())).toList();
      List<Call> right = withoutStep(calls(binary.right())).toList();
      if (binary.op() == BinaryOp.DIV && !left.isEmpty() && !right.isEmpty()) {
        divided.addAll(left);
        divided.addAll(right);
      }
    }
    return divided;
  }

  private static Stream<Call> calls(Expr part) {
    return Below.nodes(List.of(part)).stream().filter(Call.class::isInstance).map(Call.class::cast);
  }

  /** Where the number of values shows in the result. */
  private static Stream<Call> withoutStep(Stream<Call> calls) {
    return calls
        .filter(call ->
            switch (call.function().name()) {
              case "sum_over_time", "count_over_time" -> true;
              default -> false;
            })
        .filter(call -> subquery(call).filter(it -> it.step().equals(Period.ZERO)).isPresent());
  }

  private static Optional<Subquery> subquery(Call call) {
    Expr range = call.args().getFirst();
    while (range instanceof Expr.Paren paren) {
      range = paren.expr();
    }
    return range instanceof Subquery subquery ? Optional.of(subquery) : Optional.empty();
  }

  private static Problem problem(Call call) {
    return Problem.warning(
            call.args().getFirst().span(), "the server decides how many values there are to add up")
        .advise("Say how far they are apart, as in [1h:1m]");
  }
}
