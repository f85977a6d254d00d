package io.runboards.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** One JSON object that somebody sent. */
public final class JsonObject {
  private final JsonNode node;

  private JsonObject(JsonNode node) {
    this.node = node;
  }

  /** Reads an object; empty if the text is anything else. */
  public static Optional<JsonObject> parse(String text) {
    try {
      JsonNode node = Json.MAPPER.readTree(text);
      return node.isObject() ? Optional.of(new JsonObject(node)) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The value of a field, if it is there and a string. */
  public Optional<String> string(String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }
}
