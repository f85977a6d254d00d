package io.runboards.cli;

import io.runboards.json.JsonObject;
import io.runboards.json.JsonWriter;
import io.runboards.promql.Syntax;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * Answers a file of queries, line by line, so that a file of any size takes little memory. Whoever
 * sends a line and waits gets the answer before sending the next.
 */
final class ParseBatch {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Syntax syntax;
  private final boolean strict;

  private int lines;
  private int parsed;
  private int malformed;

  ParseBatch(Syntax syntax, boolean strict) {
    this.syntax = syntax;
    this.strict = strict;
  }

  int run(String file, PrintWriter out, PrintWriter err) {
    try (BufferedReader reader = QueryInput.lines(file)) {
      skipByteOrderMark(reader);
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines++;
        answer(line, out);
        if (!reader.ready()) {
          out.flush();
        }
      }
    } catch (IOException e) {
      throw QueryInput.unreadable(file, e.getMessage());
    }
    err.println(summary());
    return malformed > 0 || strict && parsed < lines ? ExitCode.FAILED : ExitCode.OK;
  }

  private static void skipByteOrderMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
  }

  private void answer(String line, PrintWriter out) {
    Optional<String> query = JsonObject.parse(line).flatMap(object -> object.string("expr"));
    if (query.isEmpty()) {
      malformed++;
      int number = lines;
      JsonWriter.line(out, json -> writeMalformed(json, number));
      return;
    }
    ParseAnswer answer = ParseAnswer.to(query.get(), syntax);
    parsed += answer.expr().isPresent() ? 1 : 0;
    JsonWriter.line(out, answer::writeTo);
  }

  private static void writeMalformed(JsonWriter json, int number) {
    json.field("ok", false);
    json.object(
        "error",
        fields -> {
          fields.field("message", "this line is no JSON object with a string \"expr\"");
          fields.field("line", number);
          fields.field("column", 1);
        });
  }

  private String summary() {
    int rejected = lines - parsed - malformed;
    return (lines == 1 ? "1 line: " : lines + " lines: ")
        + (parsed + " parsed, " + rejected + " rejected")
        + (malformed == 0 ? "" : ", " + malformed + " malformed");
  }
}
