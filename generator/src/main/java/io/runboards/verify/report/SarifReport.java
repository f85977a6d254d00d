package io.runboards.verify.report;

import io.runboards.finding.Severity;
import io.runboards.json.JsonWriter;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.Proof;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A report in the Static Analysis Results Interchange Format 2.1.0, which code hosts show beside
 * the source: a rule for each kind of flaw, a result for each flaw.
 */
public final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final Sources sources;
  private final List<Complaint> complaints;
  private final List<String> rules;

  private SarifReport(Sources sources, List<Complaint> complaints) {
    this.sources = sources;
    this.complaints = complaints;
    Stream<String> known = Stream.of(FlawKind.values()).map(FlawKind::id);
    Stream<String> found = complaints.stream().map(Complaint::flaw).map(Flaw::id);
    this.rules = Stream.concat(known, found).distinct().toList();
  }

  /**
   * Prints it.
   *
   * @param sources where the files are that the flaws are shown in
   */
  public static void print(Proof proof, Sources sources, PrintWriter out) {
    SarifReport report = new SarifReport(sources, Complaint.of(proof));
    JsonWriter.pretty(
        out,
        json -> {
          json.field("$schema", SCHEMA);
          json.field("version", "2.1.0");
          json.objects("runs", List.of(proof), (run, it) -> report.run(run, it));
        });
  }

  private void run(JsonWriter json, Proof proof) {
    json.object(
        "tool",
        tool ->
            tool.object(
                "driver",
                driver -> {
                  driver.field("name", "runboards verify");
                  driver.objects("rules", rules, SarifReport::rule);
                }));
    json.object("automationDetails", it -> it.field("id", "runboards-verify/" + proof.site()));
    json.objects("results", complaints, this::result);
  }

  private static void rule(JsonWriter json, String id) {
    Optional<FlawKind> kind = FlawKind.of(id);
    json.field("id", id);
    json.object("shortDescription", it -> it.field("text", kind.map(FlawKind::title).orElse(id)));
    kind.ifPresent(known -> json.object("help", it -> it.field("text", known.help())));
  }

  private void result(JsonWriter json, Complaint complaint) {
    Flaw flaw = complaint.flaw();
    json.field("ruleId", flaw.id());
    json.field("ruleIndex", rules.indexOf(flaw.id()));
    json.field("kind", flaw.severity() == Severity.INFO ? "informational" : "fail");
    json.field("level", level(flaw.severity()));
    json.object("message", it -> it.field("text", complaint.subject() + ": " + flaw.message()));
    json.objects("locations", List.of(complaint), this::location);
    json.object(
        "partialFingerprints", it -> it.field("flaw/v1", flaw.id() + " " + complaint.key()));
  }

  /** Only what fails may have a level. */
  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "none";
    };
  }

  private void location(JsonWriter json, Complaint complaint) {
    complaint
        .origin()
        .ifPresent(origin ->
            json.object(
                "physicalLocation",
                place -> {
                  place.object(
                      "artifactLocation", it -> it.field("uri", uri(sources.path(origin))));
                  place.object("region", it -> it.field("startLine", origin.line()));
                }));
    json.objects(
        "logicalLocations",
        List.of(complaint),
        (place, it) -> {
          place.field("name", it.subject());
          place.field("fullyQualifiedName", it.key());
          place.field("kind", it.kind());
        });
  }

  private static String uri(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
