package io.runboards.cli;

import io.runboards.finding.Excerpt;
import io.runboards.finding.Finding;
import io.runboards.promql.ParseException;
import io.runboards.promql.Syntax;
import io.runboards.promql.Syntax.Dialect;
import java.io.PrintWriter;
import java.util.stream.Stream;

/** Shows people what is wrong with a query. */
final class SyntaxErrors {

  /** A wider syntax, and the options that choose it. */
  private record Wider(String options, Syntax syntax) {}

  private SyntaxErrors() {}

  static void print(ParseException error, String query, Syntax syntax, PrintWriter err) {
    Finding finding = error.toFinding("expression");
    err.println(finding);
    err.println(Excerpt.of(query, finding.place()));
    Syntax grafana = new Syntax(Dialect.GRAFANA, syntax.features());
    Stream.of(
            new Wider("--dialect grafana", grafana),
            new Wider("--features all", syntax.withAllFeatures()),
            new Wider("--dialect grafana --features all", grafana.withAllFeatures()))
        .filter(wider -> ParseAnswer.to(query, wider.syntax()).expr().isPresent())
        .findFirst()
        .ifPresent(wider -> err.println("With " + wider.options() + " it is PromQL."));
  }
}
