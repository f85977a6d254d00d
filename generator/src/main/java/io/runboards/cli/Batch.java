package io.runboards.cli;

import io.runboards.json.JsonObject;
import io.runboards.json.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers a file of queries, line by line, so that a file of any size takes little memory. Whoever
 * sends a line and waits gets the answer before sending the next.
 */
final class Batch {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** What is said of one query. */
  interface Answer {
    boolean isGood();

    /** Writes the answer as the fields of a JSON object. */
    void writeTo(JsonWriter json);
  }

  /** How the good and the bad queries are called. */
  record Words(String good, String bad) {}

  private final Function<String, Answer> answering;
  private final Words words;
  private final boolean strict;

  private int lines;
  private int good;
  private int malformed;

  /**
   * @param answering what is said of a query
   * @param words how the good and the bad queries are called in the summary
   * @param strict whether a bad query makes the command fail
   */
  Batch(Function<String, Answer> answering, Words words, boolean strict) {
    this.answering = answering;
    this.words = words;
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
    return malformed > 0 || strict && good < lines ? ExitCode.FAILED : ExitCode.OK;
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
    Answer answer = answering.apply(query.get());
    good += answer.isGood() ? 1 : 0;
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
    int bad = lines - good - malformed;
    return (lines == 1 ? "1 line: " : lines + " lines: ")
        + (good + " " + words.good + ", " + bad + " " + words.bad)
        + (malformed == 0 ? "" : ", " + malformed + " malformed");
  }
}
