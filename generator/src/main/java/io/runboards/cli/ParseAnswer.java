package io.runboards.cli;

import io.runboards.finding.Place;
import io.runboards.json.JsonWriter;
import io.runboards.promql.Expr;
import io.runboards.promql.ParseException;
import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import java.util.Optional;

/**
 * What is said of one query: its tree, or the error in it.
 *
 * @param expr the tree of a good query
 * @param error what is wrong with a bad one
 */
record ParseAnswer(Optional<Expr> expr, Optional<ParseException> error) implements Batch.Answer {

  static ParseAnswer to(String query, Syntax syntax) {
    try {
      return new ParseAnswer(Optional.of(Promql.parse(query, syntax)), Optional.empty());
    } catch (ParseException e) {
      return new ParseAnswer(Optional.empty(), Optional.of(e));
    }
  }

  @Override
  public boolean isGood() {
    return expr.isPresent();
  }

  @Override
  public void writeTo(JsonWriter json) {
    json.field("ok", expr.isPresent());
    expr.ifPresent(tree -> {
      json.field("type", tree.type().label());
      json.field("printed", tree.toString());
    });
    error.ifPresent(wrong -> {
      Place place = wrong.place("expression");
      json.object(
          "error",
          fields -> {
            fields.field("message", wrong.getMessage());
            fields.field("line", place.line());
            fields.field("column", place.column());
          });
    });
  }
}
