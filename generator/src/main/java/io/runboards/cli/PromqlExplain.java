package io.runboards.cli;

import io.runboards.flow.LabelFlow;
import io.runboards.flow.Mismatch;
import io.runboards.flow.Quantity;
import io.runboards.flow.SeriesLabels;
import io.runboards.flow.UnitFlow;
import io.runboards.flow.World;
import io.runboards.json.JsonWriter;
import io.runboards.promql.Expr;
import io.runboards.promql.Syntax;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows which labels and unit each part of a query has, and what tells its series apart. */
@Command(
    name = "explain",
    description = "Show labels, identity, unit and range of values of each part of a query.",
    footer = {
      "",
      "  certain   labels that every series has",
      "  maybe     labels that a series may have besides",
      "  identity  labels that are enough to tell one series from the others",
      "  unit      what the values measure, and which values there can be",
      "",
      "Example:",
      "  runboards promql explain 'sum by (node) (runai_gpu_count_per_node)'"
    })
final class PromqlExplain implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SyntaxOptions options;

  @Parameters(paramLabel = "EXPR", description = "The query; - reads it from standard input.")
  private String expression;

  @Option(
      names = "--extra-label",
      split = ",",
      paramLabel = "LABEL",
      description =
          "A label that your series carry besides the documented ones. Default: instance,job.")
  private Set<String> extraLabels = Set.copyOf(World.SCRAPE_LABELS);

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How to print. Default: text.")
  private Format format;

  /** A part of the query and how deep it stands in it. */
  private record Part(Expr expr, int level) {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    String text = QueryInput.expression(expression);
    Syntax syntax = options.syntax();
    ParseAnswer answer = ParseAnswer.to(text, syntax);
    if (answer.error().isPresent()) {
      SyntaxErrors.print(answer.error().get(), text, syntax, spec.commandLine().getErr());
      return ExitCode.FAILED;
    }
    Expr query = answer.expr().orElseThrow();
    World world = new World(World.standard().catalog(), extraLabels);
    LabelFlow labels = LabelFlow.through(query, world);
    UnitFlow units = UnitFlow.through(query, world);
    List<Part> parts = parts(query);
    if (format == Format.JSON) {
      JsonWriter.pretty(
          out,
          json ->
              json.objects(
                  "parts",
                  parts,
                  (item, part) -> write(item, part, labels.at(part.expr), units.at(part.expr))));
    } else {
      for (Part part : parts) {
        print(part, labels.at(part.expr), out);
        print(part, units, out);
      }
    }
    return ExitCode.OK;
  }

  /** The parts of a query that result in series, each before the parts it is made of. */
  private static List<Part> parts(Expr query) {
    List<Part> parts = new ArrayList<>();
    Deque<Part> open = new ArrayDeque<>(List.of(new Part(query, 0)));
    while (!open.isEmpty()) {
      Part part = open.pop();
      parts.add(part);
      part.expr.children().reversed().stream()
          .filter(child -> !(child instanceof Expr.NumberLiteral))
          .filter(child -> !(child instanceof Expr.StringLiteral))
          .forEach(child -> open.push(new Part(child, part.level + 1)));
    }
    return parts;
  }

  private static void print(Part part, SeriesLabels labels, PrintWriter out) {
    String indent = "  ".repeat(part.level);
    out.println(indent + part.expr);
    out.println(indent + "  certain   " + list(labels.certain()));
    Set<String> maybe = new TreeSet<>(labels.possible());
    maybe.removeAll(labels.certain());
    String others = labels.open() ? "any other" : "";
    String separator = maybe.isEmpty() || others.isEmpty() ? "" : ", ";
    out.println(
        indent
            + "  maybe     "
            + (maybe.isEmpty() && labels.open() ? "" : list(maybe))
            + separator
            + others);
    if (labels.keys().isEmpty()) {
      out.println(indent + "  identity  unknown");
    }
    for (Set<String> key : labels.keys()) {
      out.println(indent + "  identity  " + (key.isEmpty() ? "one series at most" : list(key)));
    }
  }

  private static void print(Part part, UnitFlow units, PrintWriter out) {
    String indent = "  ".repeat(part.level);
    out.println(indent + "  unit      " + units.at(part.expr));
    for (Mismatch mismatch : units.mismatches()) {
      if (mismatch.node() == part.expr) {
        out.println(
            indent
                + "  warning   mixes "
                + mismatch.left().name()
                + " and "
                + mismatch.right().name());
      }
    }
  }

  private static String list(Collection<String> labels) {
    return labels.isEmpty() ? "none" : String.join(", ", labels);
  }

  private static void write(JsonWriter json, Part part, SeriesLabels labels, Quantity unit) {
    json.field("expr", part.expr.toString());
    json.field("level", part.level);
    json.field("type", part.expr.type().label());
    json.object(
        "labels",
        fields -> {
          fields.field("certain", List.copyOf(labels.certain()));
          fields.field("possible", List.copyOf(labels.possible()));
          fields.field("open", labels.open());
        });
    json.field("unit", unit.name());
    json.object(
        "range",
        fields -> {
          fields.field("min", unit.range().min());
          fields.field("max", unit.range().max());
        });
    json.objects(
        "identities", labels.keys(), (item, key) -> item.field("labels", List.copyOf(key)));
  }
}
