package io.runboards.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text of an alert, in which labels and the value stand: {@code {{ $labels.node }}} and {@code {{
 * $value | humanize }}}.
 *
 * <p>Prometheus takes whole programs there. What this reads is the part that every receiver of the
 * rules understands: one value and the functions that shape it.
 *
 * @param parts the words and the places between them
 */
public record Template(List<Part> parts) {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
  private static final Pattern VALUE =
      Pattern.compile("\\$value|\\$externalURL|\\$(labels|externalLabels)\\.([A-Za-z_]\\w*)");
  private static final Pattern CALL =
      Pattern.compile("([A-Za-z]\\w*)(?:\\s+\"((?:[^\"\\\\]|\\\\.)*)\")?(?:\\s+(\\$[\\w.]+))?");

  /** Words as they are, or a place that is filled in. */
  public sealed interface Part {}

  /** Words as they are. */
  public record Text(String text) implements Part {}

  /**
   * A place that is filled in.
   *
   * @param value what stands there
   * @param steps the functions that shape it, one after the other
   * @param start where the place begins in the text
   * @param end where it ends
   */
  public record Place(Value value, List<Step> steps, int start, int end) implements Part {
    public Place {
      steps = List.copyOf(steps);
    }
  }

  /** What is filled in. */
  public sealed interface Value {
    /** A label of the series. */
    record OfLabel(String label) implements Value {}

    /** The value of the query. */
    record OfQuery() implements Value {}

    /** A label of the server that evaluates. */
    record OfServer(String label) implements Value {}

    /** The address of the server that evaluates. */
    record Address() implements Value {}
  }

  /**
   * A function that shapes a value.
   *
   * @param function which one
   * @param format how {@code printf} writes the value; empty for others
   */
  public record Step(Function function, String format) {}

  /** The functions. */
  public enum Function {
    HUMANIZE("humanize"),
    HUMANIZE_1024("humanize1024"),
    HUMANIZE_DURATION("humanizeDuration"),
    HUMANIZE_PERCENTAGE("humanizePercentage"),
    HUMANIZE_TIMESTAMP("humanizeTimestamp"),
    PRINTF("printf"),
    TO_UPPER("toUpper"),
    TO_LOWER("toLower"),
    URL_QUERY("urlquery");

    private final String id;

    Function(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  /** A text that is no template. Its place is in characters of the text. */
  public static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;
    private final int start;
    private final int end;

    Wrong(String message, int start, int end) {
      super(message);
      this.start = start;
      this.end = end;
    }

    public int start() {
      return start;
    }

    public int end() {
      return end;
    }
  }

  public Template {
    parts = List.copyOf(parts);
  }

  /** Reads a text. */
  public static Template parse(String text) throws Wrong {
    List<Part> parts = new ArrayList<>();
    Matcher place = PLACE.matcher(text);
    int end = 0;
    while (place.find()) {
      addText(text, end, place.start(), parts);
      parts.add(place(place.group(1).strip(), place.start(), place.end()));
      end = place.end();
    }
    addText(text, end, text.length(), parts);
    return new Template(parts);
  }

  private static void addText(String text, int start, int end, List<Part> parts) throws Wrong {
    String words = text.substring(start, end);
    int open = words.indexOf("{{");
    if (open >= 0) {
      throw new Wrong("'{{' without '}}'", start + open, start + open + 2);
    }
    int close = words.indexOf("}}");
    if (close >= 0) {
      throw new Wrong("'}}' without '{{'", start + close, start + close + 2);
    }
    if (!words.isEmpty()) {
      parts.add(new Text(words));
    }
  }

  private static Place place(String content, int start, int end) throws Wrong {
    List<String> pipe = Stream.of(content.split("\\|", -1)).map(String::strip).toList();
    List<Step> steps = new ArrayList<>();
    Matcher first = VALUE.matcher(pipe.getFirst());
    Value value;
    if (first.matches()) {
      value = value(first);
    } else {
      Matcher call = call(pipe.getFirst(), start, end);
      Matcher inner = VALUE.matcher(call.group(3) == null ? "" : call.group(3));
      if (!inner.matches()) {
        throw new Wrong(expected(pipe.getFirst()), start, end);
      }
      value = value(inner);
      steps.add(step(call, start, end));
    }
    for (String next : pipe.subList(1, pipe.size())) {
      Matcher call = call(next, start, end);
      if (call.group(3) != null) {
        throw new Wrong("'" + next + "' takes its value from the left", start, end);
      }
      steps.add(step(call, start, end));
    }
    return new Place(value, steps, start, end);
  }

  private static Matcher call(String text, int start, int end) throws Wrong {
    Matcher call = CALL.matcher(text);
    if (!call.matches()) {
      throw new Wrong(expected(text), start, end);
    }
    return call;
  }

  private static String expected(String text) {
    return "expected $labels.NAME, $value or $externalLabels.NAME, but found '" + text + "'";
  }

  private static Step step(Matcher call, int start, int end) throws Wrong {
    String name = call.group(1);
    Function function =
        Stream.of(Function.values()).filter(it -> it.id.equals(name)).findFirst().orElse(null);
    if (function == null) {
      String known = String.join(", ", Stream.of(Function.values()).map(Function::id).toList());
      throw new Wrong("unknown function '" + name + "'; there are " + known, start, end);
    }
    if (function == Function.PRINTF != (call.group(2) != null)) {
      throw new Wrong(
          function == Function.PRINTF
              ? "printf needs a format such as \"%.1f\""
              : name + " takes no format",
          start,
          end);
    }
    return new Step(function, call.group(2) == null ? "" : call.group(2));
  }

  private static Value value(Matcher value) {
    String text = value.group();
    if (text.equals("$value")) {
      return new Value.OfQuery();
    }
    if (text.equals("$externalURL")) {
      return new Value.Address();
    }
    String label = value.group(2);
    return value.group(1).equals("labels") ? new Value.OfLabel(label) : new Value.OfServer(label);
  }

  /** The places that are filled in, in their order. */
  public Stream<Place> places() {
    return parts.stream().filter(Place.class::isInstance).map(Place.class::cast);
  }

  /** The same text with other names of labels. */
  public Template renamed(UnaryOperator<String> label) {
    return new Template(parts.stream().map(part -> renamed(part, label)).toList());
  }

  private static Part renamed(Part part, UnaryOperator<String> label) {
    return part instanceof Place(Value.OfLabel(String name), List<Step> steps, int start, int end)
        ? new Place(new Value.OfLabel(label.apply(name)), steps, start, end)
        : part;
  }

  /**
   * The text for one series, as Prometheus writes it. A server without labels or an address of its
   * own is assumed.
   *
   * @param labels the labels of the series
   * @param value the value of the query
   */
  public String filledIn(List<LabelValue> labels, double value) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Text(String words) -> text.append(words);
        case Place place -> {
          TemplateValue shaped = value(place.value, labels, value);
          for (Step step : place.steps) {
            shaped = shaped.after(step);
          }
          text.append(shaped);
        }
      }
    }
    return text.toString();
  }

  private static TemplateValue value(Value value, List<LabelValue> labels, double ofQuery) {
    return switch (value) {
      case Value.OfLabel(String label) ->
          new TemplateValue.OfText(
              labels.stream()
                  .filter(it -> it.label().equals(label))
                  .findFirst()
                  .map(LabelValue::value)
                  .orElse(""));
      case Value.OfQuery() -> new TemplateValue.OfNumber(ofQuery);
      case Value.OfServer server -> new TemplateValue.OfText("");
      case Value.Address() -> new TemplateValue.OfText("");
    };
  }

  /** The text as Prometheus reads it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> {
      switch (part) {
        case Text(String words) -> text.append(words);
        case Place place -> text.append(print(place));
      }
    });
    return text.toString();
  }

  private static String print(Place place) {
    StringBuilder text = new StringBuilder("{{ ");
    text.append(
        switch (place.value) {
          case Value.OfLabel(String label) -> "$labels." + label;
          case Value.OfQuery() -> "$value";
          case Value.OfServer(String label) -> "$externalLabels." + label;
          case Value.Address() -> "$externalURL";
        });
    for (Step step : place.steps) {
      text.append(" | ").append(step.function.id);
      if (!step.format.isEmpty()) {
        text.append(" \"").append(step.format).append('"');
      }
    }
    return text.append(" }}").toString();
  }
}
