package io.runboards.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.Kind;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsFileTest {

  @Test
  void declaresMetricsWithKindUnitAndLabels() {
    MetricsFile.Declared declared =
        MetricsFile.parse(
            "own.yaml",
            """
            metrics:
              - name: app_requests_total
                kind: counter
                unit: count
                labels: [node, path]
                help: Requests
              - name: cluster:x:sum
            """);
    assertThat(declared.findings()).isEmpty();
    Metric own = declared.family().metrics().getFirst();
    assertThat(own.name()).isEqualTo("app_requests_total");
    assertThat(own.kind()).isEqualTo(Kind.COUNTER);
    assertThat(own.unit()).isEqualTo(Unit.COUNT);
    assertThat(own.labels()).hasToString("[node, path]");
    assertThat(own.help()).isEqualTo("Requests");
    Metric recorded = declared.family().metrics().getLast();
    assertThat(recorded.kind()).isEqualTo(Kind.GAUGE);
    assertThat(recorded.unit()).isEqualTo(Unit.UNKNOWN);
  }

  @Test
  void saysWhereAFileIsWrongAndWhatToDo() {
    assertThat(
            messages(
                """
                metrics:
                  - name: a
                    knid: gauge
                  - kind: gauge
                  - name: b
                    kind: gouge
                    unit: secnds
                    labels: node
                  - 5
                """))
        .containsExactly(
            "own.yaml:3:5: error: unknown key 'knid'. Did you mean kind?",
            "own.yaml:4:5: error: a metric needs a name",
            "own.yaml:6:11: error: 'gouge' is no kind; there are gauge, counter, histogram, info, code",
            "own.yaml:7:11: error: 'secnds' is no unit. Did you mean seconds?",
            "own.yaml:8:13: error: expected a list of labels",
            "own.yaml:9:5: error: expected a metric with name, kind, unit and labels");
  }

  @Test
  void whatIsNoYamlOrNoListOfMetricsIsAnError() {
    assertThat(messages("metrics: [\n")).singleElement().asString().contains("this is no YAML");
    assertThat(messages("a: \u0001")).singleElement().asString().contains("this is no YAML");
    for (String text : List.of("", "5", "other: []", "metrics: 5", "metrics: []\nmore: 1")) {
      assertThat(messages(text))
          .containsExactly("own.yaml:1:1: error: expected one key \"metrics\" with a list");
    }
  }

  private static List<String> messages(String text) {
    return MetricsFile.parse("own.yaml", text).findings().stream().map(Finding::toString).toList();
  }
}
