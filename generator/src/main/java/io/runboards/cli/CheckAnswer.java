package io.runboards.cli;

import io.runboards.catalog.ClusterVersion;
import io.runboards.check.QueryChecks;
import io.runboards.finding.Finding;
import io.runboards.finding.Severity;
import io.runboards.flow.LabelFlow;
import io.runboards.flow.SeriesLabels;
import io.runboards.flow.UnitFlow;
import io.runboards.flow.World;
import io.runboards.json.JsonWriter;
import io.runboards.promql.Expr;
import io.runboards.promql.Syntax;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with one query, and what it results in.
 *
 * @param findings what is wrong
 * @param result the labels and the unit of its result; empty if it is no PromQL
 */
record CheckAnswer(List<Finding> findings, Optional<Result> result) implements Batch.Answer {

  /** What a query results in. */
  record Result(SeriesLabels labels, String unit) {}

  static CheckAnswer to(
      String query, Syntax syntax, World world, Optional<ClusterVersion> version) {
    ParseAnswer parsed = ParseAnswer.to(query, syntax);
    if (parsed.error().isPresent()) {
      return new CheckAnswer(
          List.of(parsed.error().get().toFinding("expression")), Optional.empty());
    }
    Expr tree = parsed.expr().orElseThrow();
    Result result =
        new Result(
            LabelFlow.through(tree, world).at(tree), UnitFlow.through(tree, world).at(tree).name());
    return new CheckAnswer(
        QueryChecks.check("expression", query, tree, world, version), Optional.of(result));
  }

  @Override
  public boolean isGood() {
    return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  @Override
  public void writeTo(JsonWriter json) {
    json.objects("findings", findings, CheckAnswer::write);
    result.ifPresent(known -> {
      json.object(
          "labels",
          labels -> {
            labels.field("certain", List.copyOf(known.labels.certain()));
            labels.field("possible", List.copyOf(known.labels.possible()));
            labels.field("open", known.labels.open());
          });
      json.field("unit", known.unit);
    });
  }

  /** The fields of a JSON object that holds the finding. */
  static void write(JsonWriter json, Finding finding) {
    json.field("id", finding.id());
    json.field("severity", finding.severity().label());
    json.field("message", finding.message());
    json.field("start", finding.place().start());
    json.field("end", finding.place().end());
    if (!finding.advice().isEmpty()) {
      json.field("advice", finding.advice());
    }
  }
}
