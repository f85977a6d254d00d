package io.runboards.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes JSON as it comes, field by field: nothing is kept in memory.
 *
 * <p>Objects and arrays are written by a block that fills them, so none can be left open.
 */
public final class JsonWriter {
  private final JsonGenerator out;

  private JsonWriter(JsonGenerator out) {
    this.out = out;
  }

  /** Writes an object on a line of its own. */
  public static void line(Writer target, Consumer<JsonWriter> fields) {
    write(target, null, json -> json.braces(fields));
  }

  /** Writes an object over several lines, for people. */
  public static void pretty(Writer target, Consumer<JsonWriter> fields) {
    write(target, forPeople(), json -> json.braces(fields));
  }

  /** Writes an array of objects over several lines, for people. */
  public static <T> void prettyList(Writer target, Iterable<T> items, Item<T> fields) {
    write(target, forPeople(), json -> json.list(items, fields));
  }

  private static void write(Writer target, PrettyPrinter printer, Consumer<JsonWriter> content) {
    try (JsonGenerator out = Json.MAPPER.createGenerator(target)) {
      out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      out.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      out.setPrettyPrinter(printer);
      content.accept(new JsonWriter(out));
      out.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PrettyPrinter forPeople() {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(indenter)
        .withArrayIndenter(DefaultPrettyPrinter.FixedSpaceIndenter.instance);
  }

  public void field(String name, String value) {
    io(() -> {
      out.writeFieldName(name);
      out.writeString(value);
    });
  }

  public void field(String name, boolean value) {
    io(() -> {
      out.writeFieldName(name);
      out.writeBoolean(value);
    });
  }

  public void field(String name, int value) {
    io(() -> {
      out.writeFieldName(name);
      out.writeNumber(value);
    });
  }

  /** A number; infinities and NaN, which JSON has no word for, become {@code null}. */
  public void field(String name, double value) {
    io(() -> {
      out.writeFieldName(name);
      if (Double.isFinite(value) && value == Math.rint(value) && Math.abs(value) < 1e15) {
        out.writeNumber((long) value);
      } else if (Double.isFinite(value)) {
        out.writeNumber(value);
      } else {
        out.writeNull();
      }
    });
  }

  public void field(String name, List<String> values) {
    io(() -> {
      out.writeFieldName(name);
      out.writeStartArray();
      for (String value : values) {
        out.writeString(value);
      }
      out.writeEndArray();
    });
  }

  /** A field of which it is said that it has no value. */
  public void nothing(String name) {
    io(() -> {
      out.writeFieldName(name);
      out.writeNull();
    });
  }

  public void numbers(String name, int... values) {
    io(() -> {
      out.writeFieldName(name);
      out.writeStartArray();
      for (int value : values) {
        out.writeNumber(value);
      }
      out.writeEndArray();
    });
  }

  public void object(String name, Consumer<JsonWriter> fields) {
    io(() -> out.writeFieldName(name));
    braces(fields);
  }

  /** An array with one object for each item. */
  public <T> void objects(String name, Iterable<T> items, Item<T> fields) {
    io(() -> out.writeFieldName(name));
    list(items, fields);
  }

  private <T> void list(Iterable<T> items, Item<T> fields) {
    io(out::writeStartArray);
    for (T item : items) {
      braces(json -> fields.write(json, item));
    }
    io(out::writeEndArray);
  }

  /** Writes the fields of one item. */
  @FunctionalInterface
  public interface Item<T> {
    void write(JsonWriter json, T item);
  }

  private void braces(Consumer<JsonWriter> fields) {
    io(out::writeStartObject);
    fields.accept(this);
    io(out::writeEndObject);
  }

  @FunctionalInterface
  private interface Output {
    void run() throws IOException;
  }

  private static void io(Output output) {
    try {
      output.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
