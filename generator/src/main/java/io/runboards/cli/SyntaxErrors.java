package io.runboards.cli;

import io.runboards.finding.Excerpt;
import io.runboards.finding.Finding;
import io.runboards.promql.ParseException;
import java.io.PrintWriter;

/** Shows people what is wrong with a query. */
final class SyntaxErrors {
  private SyntaxErrors() {}

  static void print(ParseException error, String query, PrintWriter err) {
    Finding finding = error.toFinding("expression");
    err.println(finding);
    err.println(Excerpt.of(query, finding.place()));
  }
}
