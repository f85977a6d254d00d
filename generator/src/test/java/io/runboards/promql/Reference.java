package io.runboards.promql;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runboards.build.External;
import io.runboards.build.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prometheus' own parser: its recorded verdicts, and the program that gives new ones. */
final class Reference {
  static final Path VECTORS = Path.of("src/test/resources/promql/reference.jsonl");

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path MODULE = Repository.ROOT.resolve("testbed/reference");

  /** What it says of one expression with one set of options. */
  record Verdict(boolean ok, String type, String printed, String pretty) {}

  /** What it says of one expression, with the default options and with all. */
  record Answer(
      String expr, @JsonProperty("default") Verdict standard, @JsonProperty("all") Verdict full) {
    Verdict of(Syntax syntax) {
      return syntax.features().isEmpty() || full == null ? standard : full;
    }
  }

  private Reference() {}

  /** The recorded verdicts on every expression in Prometheus' own tests. */
  static List<Answer> recorded() {
    try {
      return parse(Files.readString(VECTORS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same verdicts, given now. */
  static String vectors() {
    return External.run(MODULE, program(), "", "vectors");
  }

  /** Verdicts on any expressions. */
  static List<Answer> verdicts(List<String> expressions) throws IOException {
    StringBuilder questions = new StringBuilder();
    for (String expr : expressions) {
      questions.append(MAPPER.writeValueAsString(Map.of("expr", expr))).append('\n');
    }
    return parse(External.run(MODULE, program(), questions.toString(), "verdicts"));
  }

  private static List<Answer> parse(String lines) throws IOException {
    List<Answer> answers = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      answers.add(MAPPER.readValue(line, Answer.class));
    }
    return answers;
  }

  private static Path program() {
    return External.goProgram(MODULE);
  }

  /** What our parser says, in the same words. */
  static Verdict ours(String expr, Syntax syntax) {
    return tree(expr, syntax)
        .map(tree -> {
          String printed = tree.toString();
          String pretty = Promql.pretty(tree);
          return new Verdict(
              true, tree.type().label(), printed, pretty.equals(printed) ? null : pretty);
        })
        .orElse(new Verdict(false, null, null, null));
  }

  static Optional<Expr> tree(String expr, Syntax syntax) {
    try {
      return Optional.of(Promql.parse(expr, syntax));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
