package io.runboards.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.runboards.build.External;
import io.runboards.build.Repository;
import io.runboards.promql.Expr;
import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the label flow claims of a result holds for what Prometheus' engine computes. */
class LabelFlowEngineTest {
  private static final Path VECTORS = Path.of("src/test/resources/flow/engine.jsonl");
  private static final Path MODULE = Repository.ROOT.resolve("testbed/reference");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int EXPRESSIONS = 2000;
  private static final int CANDIDATES = 9000;
  private static final int MOST_SERIES = 24;

  /** What the engine makes of an expression. */
  record Result(String expr, String error, List<String> series) {
    List<Map<String, String>> labels() {
      return series.stream().map(Result::labels).toList();
    }

    private static Map<String, String> labels(String text) {
      Map<String, String> labels = new TreeMap<>();
      for (String part : text.isEmpty() ? new String[0] : text.split(",")) {
        labels.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
      }
      return labels;
    }
  }

  @Test
  void labelsOfEveryResultArePossibleAndTheCertainOnesAreThere() throws Exception {
    List<Result> results = recorded();
    assertThat(results).hasSizeGreaterThanOrEqualTo(EXPRESSIONS);
    List<String> lies = new ArrayList<>();
    for (Result result : results) {
      SeriesLabels claimed = claim(result.expr());
      for (Map<String, String> labels : result.labels()) {
        boolean certain = labels.keySet().containsAll(claimed.certain());
        boolean possible = labels.keySet().stream().allMatch(claimed::mayHave);
        if (!certain || !possible) {
          lies.add(result.expr() + "\n  " + claimed + "\n  " + labels);
        }
      }
    }
    assertThat(lies).isEmpty();
  }

  @Test
  void everyClaimedIdentityTellsTheSeriesApart() throws Exception {
    List<String> lies = new ArrayList<>();
    int claims = 0;
    for (Result result : recorded()) {
      SeriesLabels claimed = claim(result.expr());
      claims += claimed.identities().size();
      for (Set<String> key : claimed.identities()) {
        Set<Map<String, String>> seen = new HashSet<>();
        for (Map<String, String> labels : result.labels()) {
          Map<String, String> values = new TreeMap<>(labels);
          values.keySet().retainAll(key);
          if (!seen.add(values)) {
            lies.add(result.expr() + "\n  " + key + " is not unique: " + result.series());
            break;
          }
        }
      }
    }
    assertThat(lies).isEmpty();
    assertThat(claims).isGreaterThan(EXPRESSIONS);
  }

  @Test
  void theRecordedResultsAreThoseOfTheEngine() throws Exception {
    String fresh = fresh();
    if (Repository.REWRITE) {
      Files.createDirectories(VECTORS.getParent());
      Files.writeString(VECTORS, fresh);
    }
    assertThat(fresh.lines()).containsExactlyElementsOf(Files.readAllLines(VECTORS));
  }

  private static SeriesLabels claim(String expr) {
    Expr tree = Promql.parse(expr, Syntax.PROMETHEUS.withAllFeatures());
    return LabelFlow.through(tree, EngineData.world()).at(tree);
  }

  private static List<Result> recorded() throws IOException {
    List<Result> results = new ArrayList<>();
    for (String line : Files.readAllLines(VECTORS)) {
      results.add(MAPPER.readValue(line, Result.class));
    }
    return results;
  }

  /** The first expressions of the generator that have a result, with what the engine finds. */
  private static String fresh() throws IOException {
    StringBuilder input = new StringBuilder();
    for (EngineData.Series series : EngineData.series()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("labels", series.labels());
      line.put("values", series.values());
      input.append(MAPPER.writeValueAsString(line)).append('\n');
    }
    ExpressionGenerator generator = new ExpressionGenerator(11);
    Set<String> expressions = new HashSet<>();
    for (int i = 0; i < CANDIDATES; i++) {
      String expr = generator.expression();
      if (expressions.add(expr)) {
        input.append(MAPPER.writeValueAsString(Map.of("expr", expr))).append('\n');
      }
    }
    String answers = External.run(MODULE, External.goProgram(MODULE), input.toString(), "evaluate");
    StringBuilder kept = new StringBuilder();
    int count = 0;
    for (String line : answers.lines().toList()) {
      Result result = MAPPER.readValue(line, Result.class);
      boolean speaks =
          result.error() == null
              && !result.series().isEmpty()
              && result.series().size() <= MOST_SERIES;
      if (speaks && count < EXPRESSIONS + EXPRESSIONS / 10) {
        kept.append(line).append('\n');
        count++;
      }
    }
    return kept.toString();
  }
}
