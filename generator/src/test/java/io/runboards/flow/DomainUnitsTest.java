package io.runboards.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runboards.catalog.Catalog;
import io.runboards.catalog.Family;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.promql.Expr;
import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The unit flow agrees with the units that the Run:ai dashboards state for their queries. */
class DomainUnitsTest {
  private static final Path QUERIES = Path.of("src/test/resources/promql/queries.jsonl");

  /** Where derived and stated units differ, and why. */
  private static final Map<String, String> DIFFERENCES =
      Map.of(
          "Run:ai / Project (runai-project) / Requested and allocated",
          "a table without a unit of its own, one column of which is a percentage",
          "Run:ai / Quota and fairness (runai-quota) / Jain fairness index of quota use",
          "an index from 0 to 1 that is shown as a bare number, but is a share",
          "Run:ai / SLO (runai-slo) / Burn rate 1h and 6h",
          "one share by another: a multiple, which is shown as a bare number",
          "Run:ai / Capacity and chargeback (runai-capacity) / Cost by project",
          "the price is a dashboard variable, which has no unit",
          "Run:ai / Capacity and chargeback (runai-capacity) / Cost by department",
          "the price is a dashboard variable, which has no unit",
          "Run:ai / Capacity and chargeback (runai-capacity) / From recorded hours (long ranges)",
          "only the rule group knows that there is one sample for each hour");

  /** A query, where it stands, and the id of Grafana's unit; empty in rules and variables. */
  private record Query(String where, String expr, String unit) {
    String title() {
      return where.substring(where.lastIndexOf(" / ") + 3);
    }

    boolean isRecorded() {
      return unit.isEmpty() && title().contains(":");
    }

    boolean statesAUnit() {
      return !unit.isEmpty() && !unit.equals("mixed");
    }
  }

  @Test
  void derivedUnitsAreTheStatedOnes() throws Exception {
    List<Query> queries = queries();
    World world = withRecorded(queries);
    Map<String, String> differences = new TreeMap<>();
    int stated = 0;
    for (Query query : queries) {
      if (query.statesAUnit()) {
        stated++;
        Quantity derived = result(query.expr(), world);
        if (!agrees(query.unit(), derived)) {
          differences.put(query.where(), query.unit() + " but " + derived.name());
        }
      }
    }
    assertThat(stated).isGreaterThanOrEqualTo(170);
    assertThat(differences.keySet()).as("%s", differences).isEqualTo(DIFFERENCES.keySet());
  }

  @Test
  void noQueryMixesUnits() throws Exception {
    List<Query> queries = queries();
    World world = withRecorded(queries);
    for (Query query : queries) {
      assertThat(UnitFlow.through(parse(query.expr()), world).mismatches())
          .as(query.expr())
          .isEmpty();
    }
  }

  @Test
  void everyNodeOfEveryQueryHasAQuantity() throws Exception {
    for (Query query : queries()) {
      Expr tree = parse(query.expr());
      UnitFlow flow = UnitFlow.through(tree, World.standard());
      nodes(tree).forEach(node -> assertThat(flow.at(node)).as(query.expr()).isNotNull());
    }
  }

  private static Stream<Expr> nodes(Expr expr) {
    return Stream.concat(Stream.of(expr), expr.children().stream().flatMap(DomainUnitsTest::nodes));
  }

  private static boolean agrees(String grafana, Quantity derived) {
    return switch (grafana) {
      case "none" -> isBareNumber(derived);
      case "bool" -> derived.is(Nature.FLAG);
      case "dateTimeFromNow" -> derived.is(Nature.INSTANT) && derived.measure().scale() == 0.001;
      default ->
          derived.is(Nature.QUANTITY)
              && measures(grafana).stream().anyMatch(derived.measure()::sameAs);
    };
  }

  /** Whether Grafana has no format of its own for it. */
  private static boolean isBareNumber(Quantity derived) {
    if (!derived.is(Nature.QUANTITY)) {
      return !derived.isUnknown() && !derived.is(Nature.INSTANT);
    }
    return derived
        .unit()
        .map(unit -> unit.grafanaId().equals("none"))
        .orElse(derived.measure().exponents().keySet().stream().anyMatch(Base::isCounted));
  }

  private static List<Measure> measures(String grafana) {
    return switch (grafana) {
      case "percent" -> List.of(Measure.of(Unit.PERCENT));
      case "percentunit" -> List.of(Measure.of(Unit.RATIO));
      case "bytes" -> List.of(Measure.of(Unit.BYTES));
      case "mbytes" -> List.of(Measure.of(Unit.MEBIBYTES));
      case "decmbytes" -> List.of(Measure.of(Unit.MEGABYTES_OR_MEBIBYTES));
      case "s" -> List.of(Measure.of(Unit.SECONDS));
      case "ms" -> List.of(Measure.of(Unit.MILLISECONDS));
      case "h" -> List.of(Measure.of(Unit.HOURS), Measure.of(Unit.GPU_HOURS));
      case "celsius" -> List.of(Measure.of(Unit.CELSIUS));
      case "watt" -> List.of(Measure.of(Unit.WATTS));
      case "watth" -> List.of(new Measure(Map.of(Base.POWER, 1, Base.TIME, 1), 3600));
      case "hertz" -> List.of(new Measure(Map.of(Base.FREQUENCY, 1), 1));
      case "reqps", "ops" ->
          List.of(
              Measure.of(Unit.REQUESTS_PER_SECOND),
              new Measure(Map.of(Base.NUMBER, 1, Base.TIME, -1), 1));
      case "currencyUSD" -> List.of(Measure.of(Unit.DOLLARS));
      default -> throw new IllegalArgumentException("which unit is Grafana's " + grafana + "?");
    };
  }

  /** The world in which the recording rules of the file have been evaluated. */
  private static World withRecorded(List<Query> queries) {
    Map<String, Metric> recorded = new TreeMap<>();
    // A share that a rule writes as a constant: only its declaration can say so.
    recorded.put(
        "slo:objective_error:ratio", Metric.gauge("slo:objective_error:ratio", Unit.RATIO));
    for (Query query : queries) {
      if (query.isRecorded()) {
        Quantity values = result(query.expr(), world(recorded));
        values
            .unit()
            .map(unit -> Metric.gauge(query.title(), unit))
            .ifPresent(metric -> recorded.putIfAbsent(metric.name(), metric));
      }
    }
    assertThat(recorded.keySet())
        .containsAll(
            new TreeSet<>(queries.stream().filter(Query::isRecorded).map(Query::title).toList()));
    return world(recorded);
  }

  private static World world(Map<String, Metric> recorded) {
    Family family =
        new Family(Family.RECORDED, "Recording rules", List.of(), List.copyOf(recorded.values()));
    return new World(Catalog.standard().with(family), World.standard().extraLabels());
  }

  private static Quantity result(String expr, World world) {
    Expr tree = parse(expr);
    return UnitFlow.through(tree, world).at(tree);
  }

  private static Expr parse(String expr) {
    return Promql.parse(expr, Syntax.GRAFANA);
  }

  private static List<Query> queries() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<Query> queries = new ArrayList<>();
    for (String line : Files.readAllLines(QUERIES)) {
      JsonNode query = mapper.readTree(line);
      queries.add(
          new Query(
              query.get("where").asText(),
              query.get("expr").asText(),
              query.path("unit").asText("")));
    }
    assertThat(queries).hasSizeGreaterThanOrEqualTo(278);
    return queries;
  }
}
