package io.runboards.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A JSON value, whatever it is.
 *
 * <p>Values are equal when they say the same: the order of fields does not count, nor does the way
 * in which a number is written.
 */
public sealed interface JsonValue {
  /** A text. */
  record Text(String value) implements JsonValue {}

  /** A number, as exact as it was written. */
  record Number(BigDecimal value) implements JsonValue {
    public Number {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
  }

  /** True or false. */
  record Flag(boolean value) implements JsonValue {}

  /** The value {@code null}. */
  record Nothing() implements JsonValue {}

  /** An array. */
  record Items(List<JsonValue> values) implements JsonValue {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** An object, whose fields keep their order. */
  record Fields(Map<String, JsonValue> fields) implements JsonValue {
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The same object with one more field, or another value of one. */
    public Fields with(String name, JsonValue value) {
      Map<String, JsonValue> changed = new LinkedHashMap<>(fields);
      changed.put(name, value);
      return new Fields(changed);
    }

    public Fields with(String name, String value) {
      return with(name, new Text(value));
    }

    public Fields with(String name, boolean value) {
      return with(name, new Flag(value));
    }

    public Fields with(String name, long value) {
      return with(name, new Number(BigDecimal.valueOf(value)));
    }

    /** The same object without some fields. */
    public Fields without(String... names) {
      Map<String, JsonValue> changed = new LinkedHashMap<>(fields);
      List.of(names).forEach(changed::remove);
      return new Fields(changed);
    }

    /** The same object with another value of a field, if it has the field. */
    public Fields changing(String name, UnaryOperator<JsonValue> change) {
      JsonValue value = fields.get(name);
      return value == null ? this : with(name, change.apply(value));
    }
  }

  /** Nothing yet. */
  Fields EMPTY = new Fields(Map.of());

  /** A text that is no JSON, or nests too deep. */
  final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    public Malformed(String message) {
      super(message);
    }
  }

  /** Reads a text that is one JSON value. */
  static JsonValue parse(String text) throws Malformed {
    try (JsonParser parser = Json.MAPPER.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new Malformed("there is nothing to read");
      }
      JsonValue value = read(parser);
      if (parser.nextToken() != null) {
        throw new Malformed("something follows the end");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new Malformed(e.getOriginalMessage());
    } catch (NumberFormatException | ArithmeticException e) {
      throw new Malformed("a number is out of all bounds");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonValue read(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> new Text(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Number(parser.getDecimalValue());
      case VALUE_TRUE -> new Flag(true);
      case VALUE_FALSE -> new Flag(false);
      case START_ARRAY -> {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(read(parser));
        }
        yield new Items(items);
      }
      case START_OBJECT -> {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          fields.put(name, read(parser));
        }
        yield new Fields(fields);
      }
      default -> new Nothing();
    };
  }

  /** The value of a field; nothing if there is none, or if this is no object. */
  default JsonValue at(String name) {
    return this instanceof Fields(Map<String, JsonValue> fields)
        ? fields.getOrDefault(name, new Nothing())
        : new Nothing();
  }

  /** The text, if this is one. */
  default Optional<String> text() {
    return this instanceof Text(String text) ? Optional.of(text) : Optional.empty();
  }

  /** The text of a field; empty if it has none. */
  default String textAt(String name) {
    return at(name).text().orElse("");
  }

  /** The whole number of a field; 0 if it has none. */
  default long numberAt(String name) {
    return at(name) instanceof Number(BigDecimal value) ? value.longValue() : 0;
  }

  /** Whether a field is true. */
  default boolean flagAt(String name) {
    return at(name) instanceof Flag(boolean value) && value;
  }

  /** The object itself, if this is one; else one without fields. */
  default Fields object() {
    return this instanceof Fields fields ? fields : EMPTY;
  }

  /** The items, if this is an array; else none. */
  default Stream<JsonValue> items() {
    return this instanceof Items(List<JsonValue> items) ? items.stream() : Stream.empty();
  }

  /** The items of a field. */
  default Stream<JsonValue> itemsAt(String name) {
    return at(name).items();
  }

  default boolean isNothing() {
    return this instanceof Nothing;
  }

  /** The value on one line. */
  default String line() {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = Json.MAPPER.createGenerator(text)) {
      write(this, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A number with all its digits, unless only its exponent is large. */
  private static String written(BigDecimal number) {
    return Math.abs((long) number.scale()) <= Json.MOST_ZEROS
        ? number.toPlainString()
        : number.toString();
  }

  private static void write(JsonValue value, JsonGenerator out) throws IOException {
    switch (value) {
      case Text(String text) -> out.writeString(text);
      case Number(BigDecimal number) -> out.writeNumber(written(number));
      case Flag(boolean flag) -> out.writeBoolean(flag);
      case Nothing() -> out.writeNull();
      case Items(List<JsonValue> items) -> {
        out.writeStartArray();
        for (JsonValue item : items) {
          write(item, out);
        }
        out.writeEndArray();
      }
      case Fields(Map<String, JsonValue> fields) -> {
        out.writeStartObject();
        for (Map.Entry<String, JsonValue> field : fields.entrySet()) {
          out.writeFieldName(field.getKey());
          write(field.getValue(), out);
        }
        out.writeEndObject();
      }
    }
  }
}
