package io.runboards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/** {@code catalog show} says of each published metric what the vendor's list says. */
@Isolated("standard input belongs to the whole process")
class PublishedMetricsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> catalogShowAgreesWithThePublishedList() throws Exception {
    JsonNode list =
        MAPPER.readTree(Path.of("src/test/resources/catalog/published-2024-04.json").toFile());
    assertThat(list.get("metrics")).hasSize(44);
    return elements(list.get("metrics"))
        .map(metric ->
            DynamicTest.dynamicTest(
                metric.get("name").asText(), () -> compare(metric, list.get("changes"))));
  }

  private static void compare(JsonNode published, JsonNode changes) throws Exception {
    String name = published.get("name").asText();
    Invocation json = Invocation.of("catalog", "show", name, "--format", "json");
    assertThat(json.exitCode()).isZero();
    JsonNode shown = MAPPER.readTree(json.out());
    assertThat(shown.get("labels")).isEqualTo(published.get("labels"));
    assertThat(shown.get("measurement")).isEqualTo(published.get("measurement"));
    assertThat(shown.get("help").asText()).isEqualTo(withoutLink(published.get("description")));
    assertThat(change(shown.get("changesTo2.17"))).isEqualTo(publishedChange(name, changes));

    Invocation text = Invocation.of("catalog", "show", name);
    List<String> labels = new ArrayList<>();
    published.get("labels").forEach(label -> labels.add(label.asText()));
    assertThat(text.out())
        .contains(name, "documented as: " + published.get("measurement").asText())
        .contains(String.join(", ", labels));
  }

  /** Two descriptions end with a link in Markdown. */
  private static String withoutLink(JsonNode description) {
    return description.asText().replaceAll(" See \\[link]\\(.*\\)", "");
  }

  /** What the list says about the metric, under its old name or its new one. */
  private static List<String> publishedChange(String name, JsonNode changes) {
    return elements(changes)
        .filter(row ->
            row.get("metric").asText().equals(name) || row.path("renamedTo").asText().equals(name))
        .flatMap(row ->
            Stream.of(
                row.get("metric").asText(),
                "renamed to " + row.get("renamedTo").asText(),
                "labels changed: " + row.get("labelsChanged").asBoolean(),
                "unit changed: " + row.get("unitsChanged").asBoolean(),
                "API: " + row.get("api").path("metricType").asText()))
        .toList();
  }

  private static List<String> change(JsonNode shown) {
    return elements(shown)
        .flatMap(row ->
            Stream.of(
                row.get("name").asText(),
                "renamed to " + row.path("renamedTo").asText("null"),
                "labels changed: " + row.has("labels"),
                "unit changed: " + row.has("unit"),
                "API: " + row.path("api").path("metricType").asText()))
        .toList();
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
