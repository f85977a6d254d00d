package io.runboards.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The vendor's list of metrics, of changes from 2.16 to 2.17 and of labels, as data. */
record PublishedList(List<Row> metrics, List<Change> changes, List<Term> glossary) {
  private static final Pattern LINK =
      Pattern.compile(" (See|For more information [^\\[]* see) \\[\\w+]\\([^)]*\\)$");

  record Row(
      String name,
      List<String> labels,
      String measurement,
      String description,
      Optional<ApiMetric> api) {}

  record Change(
      String metric,
      Optional<String> renamedTo,
      boolean removed,
      boolean labels,
      boolean units,
      Optional<ApiMetric> api) {}

  record Term(String label, String description) {}

  static PublishedList read() {
    JsonNode list = json();
    return new PublishedList(
        stream(list.get("metrics")).map(PublishedList::row).toList(),
        stream(list.get("changes")).map(PublishedList::change).toList(),
        stream(list.get("glossary"))
            .map(term -> new Term(term.get("label").asText(), text(term.get("description"))))
            .toList());
  }

  private static JsonNode json() {
    try (InputStream file =
        PublishedList.class.getResourceAsStream("/catalog/published-2024-04.json")) {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(JsonNode row) {
    return new Row(
        row.get("name").asText(),
        stream(row.get("labels")).map(JsonNode::asText).toList(),
        row.get("measurement").asText(),
        text(row.get("description")),
        api(row.get("api")));
  }

  private static Change change(JsonNode row) {
    return new Change(
        row.get("metric").asText(),
        Optional.ofNullable(row.get("renamedTo").textValue()),
        row.get("removed").asBoolean(),
        row.get("labelsChanged").asBoolean(),
        row.get("unitsChanged").asBoolean(),
        api(row.get("api")));
  }

  private static Optional<ApiMetric> api(JsonNode api) {
    return api.isNull()
        ? Optional.empty()
        : Optional.of(
            new ApiMetric(
                api.get("endpoint").asText(),
                api.get("metricType").asText(),
                ClusterVersion.V2_17));
  }

  /** The words of the list without its links to other pages. */
  private static String text(JsonNode description) {
    return LINK.matcher(description.asText()).replaceFirst("");
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
