package io.runboards.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.runboards.catalog.Catalog;
import io.runboards.flow.Metrics;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A metric that nobody knows: an error if it is called like those of a known source. */
final class UnknownMetric implements QueryCheck {
  @Override
  public String id() {
    return "unknown-metric";
  }

  /** What somebody may have meant is looked up once for each name. */
  @Override
  public List<Problem> problems(Query query) {
    if (query.readings().size() == query.selectors().size()) {
      return List.of();
    }
    Catalog catalog = query.world().catalog();
    Map<String, List<VectorSelector>> byName =
        query.selectors().stream()
            .filter(selector -> Metrics.nameOf(selector).isPresent())
            .collect(
                groupingBy(
                    selector -> Metrics.nameOf(selector).orElseThrow(),
                    LinkedHashMap::new,
                    toList()));
    return byName.keySet().stream()
        .filter(name -> catalog.find(name).isEmpty())
        .flatMap(name -> problems(name, byName.get(name), catalog))
        .toList();
  }

  private static Stream<Problem> problems(
      String name, List<VectorSelector> selectors, Catalog catalog) {
    String message = "there is no metric '" + name + "' in the catalog";
    List<String> near = catalog.suggest(name);
    String advice = near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "?";
    boolean ofAKnownSource = catalog.familyOf(name).isPresent();
    return selectors.stream()
        .map(Metrics::spanOfName)
        .map(span -> problem(ofAKnownSource, span, message).advise(advice));
  }

  private static Problem problem(boolean ofAKnownSource, Span span, String message) {
    return ofAKnownSource ? Problem.error(span, message) : Problem.warning(span, message);
  }
}
