package io.runboards.cli;

import static java.util.stream.Collectors.joining;

import io.runboards.catalog.ApiMetric;
import io.runboards.catalog.Catalog;
import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Family;
import io.runboards.catalog.History;
import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.catalog.MetricChange;
import io.runboards.json.JsonWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** One metric as text for people or as JSON for programs. */
final class MetricText {
  private MetricText() {}

  static void print(Metric metric, PrintWriter out) {
    out.println(metric.name());
    out.println("  " + metric.about().help());
    line("source", familyTitle(metric), out);
    line("kind", metric.kind().label(), out);
    line("unit", unit(metric), out);
    line("values", metric.range().toString(), out);
    line("labels", names(metric.labels()), out);
    metric.identities().forEach(key -> line("identity", names(key), out));
    printHistory(metric.history(), out);
    changesOf(metric).forEach(change -> line("from 2.16 to 2.17", change.toString(), out));
    metric.api().ifPresent(api -> line("API", api(api), out));
    line("needs", metric.about().needs(), out);
    metric.about().notes().forEach(note -> line("note", note, out));
    out.println();
    int width = metric.labels().stream().mapToInt(label -> label.name().length()).max().orElse(0);
    for (Label label : metric.labels()) {
      String person = label.person() ? ", names a person" : "";
      out.println("  " + padded(label.name(), width) + "  " + label.help());
      if (label.growth() != Label.Growth.BOUNDED || label.person()) {
        out.println("  " + padded("", width) + "  (" + label.growth().label() + person + ")");
      }
    }
  }

  private static void printHistory(History history, PrintWriter out) {
    history.since().ifPresent(version -> line("since", version.toString(), out));
    history.replaces().ifPresent(old -> line("replaces", old, out));
    history.until().ifPresent(version -> line("gone in", version.toString(), out));
    history.replacedBy().ifPresent(other -> line("replaced by", other, out));
    line("deprecated", history.deprecation(), out);
  }

  private static List<MetricChange> changesOf(Metric metric) {
    return Catalog.standard().changes(ClusterVersion.V2_16, ClusterVersion.V2_17).stream()
        .filter(change -> change.concerns(metric.name()))
        .toList();
  }

  private static void line(String title, String text, PrintWriter out) {
    if (!text.isEmpty()) {
      out.println("  " + padded(title, 19) + text);
    }
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String unit(Metric metric) {
    String measured = metric.about().measurement();
    return measured.isEmpty()
        ? metric.unit().label()
        : metric.unit().label() + " (documented as: " + measured + ")";
  }

  private static String api(ApiMetric api) {
    return "%s, metricType %s, from %s on".formatted(api.endpoint(), api.metricType(), api.since());
  }

  private static String familyTitle(Metric metric) {
    return Catalog.standard().familyOf(metric.name()).map(Family::title).orElse("");
  }

  private static String names(List<Label> labels) {
    return labels.stream().map(Label::name).collect(joining(", "));
  }

  /** The fields of a JSON object that holds the metric. */
  static void write(JsonWriter json, Metric metric) {
    json.field("name", metric.name());
    json.field("family", Catalog.standard().familyOf(metric.name()).map(Family::id).orElse(""));
    json.field("kind", metric.kind().label());
    json.field("unit", metric.unit().label());
    json.field("measurement", metric.about().measurement());
    json.object(
        "range",
        range -> {
          range.field("min", metric.range().min());
          range.field("max", metric.range().max());
        });
    json.field("labels", metric.labels().stream().map(Label::name).toList());
    json.objects(
        "identities",
        metric.identities(),
        (item, key) -> item.field("labels", key.stream().map(Label::name).toList()));
    json.field("help", metric.about().help());
    json.object("history", history -> write(history, metric.history()));
    json.objects("changesTo2.17", changesOf(metric), CatalogChanges::write);
    metric
        .api()
        .ifPresent(api ->
            json.object(
                "api",
                fields -> {
                  fields.field("endpoint", api.endpoint());
                  fields.field("metricType", api.metricType());
                  fields.field("since", api.since().toString());
                }));
    json.field("optional", metric.optional());
    if (metric.optional()) {
      json.field("needs", metric.about().needs());
    }
    json.field("notes", metric.about().notes());
  }

  private static void write(JsonWriter json, History history) {
    version(json, "since", history.since());
    version(json, "until", history.until());
    history.replaces().ifPresent(name -> json.field("replaces", name));
    history.replacedBy().ifPresent(name -> json.field("replacedBy", name));
    version(json, "labelsChangedIn", history.relabelled());
    if (history.relabelled().isPresent()) {
      json.field("labelsBefore", history.labelsBefore().stream().map(Label::name).toList());
    }
    if (!history.deprecation().isEmpty()) {
      json.field("deprecated", history.deprecation());
    }
  }

  private static void version(JsonWriter json, String field, Optional<ClusterVersion> version) {
    version.ifPresent(v -> json.field(field, v.toString()));
  }
}
