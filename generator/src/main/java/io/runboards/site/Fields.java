package io.runboards.site;

import io.runboards.finding.Place;
import io.runboards.site.YamlNode.Mapping;
import io.runboards.site.YamlNode.Scalar;
import io.runboards.site.YamlNode.Sequence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the values of a mapping, and complains about those that are wrong. */
final class Fields {
  private final Mapping mapping;
  private final Complaints complaints;

  /** Reads a mapping that has no keys but {@code known}. */
  Fields(Mapping mapping, Complaints complaints, String... known) {
    this.mapping = mapping;
    this.complaints = complaints;
    complaints.aboutUnknownKeys(mapping, List.of(known));
  }

  /** A value as it is written, or why it cannot be. */
  sealed interface Outcome<T> {
    record Good<T>(T value) implements Outcome<T> {}

    record Bad<T>(String message, String advice) implements Outcome<T> {}

    static <T> Outcome<T> of(Optional<T> value, String otherwise) {
      return value.<Outcome<T>>map(Good::new).orElseGet(() -> new Bad<>(otherwise, ""));
    }
  }

  /** What a text means. */
  @FunctionalInterface
  interface Meaning<T> {
    Outcome<T> of(String text);
  }

  /** The value of a key; empty if there is none, or if it is wrong. */
  <T> Optional<T> value(String key, Meaning<T> meaning) {
    return mapping.find(key).flatMap(node -> read(key, node, meaning));
  }

  /** The values of a key, without those that are wrong. */
  <T> List<T> values(String key, Meaning<T> meaning) {
    return switch (mapping.find(key).orElse(null)) {
      case null -> List.of();
      case Sequence list -> {
        Set<String> before = new HashSet<>();
        yield list.items().stream()
            .filter(item -> isFirst(item, before))
            .flatMap(item -> read(key, item, meaning).stream())
            .toList();
      }
      case YamlNode other -> {
        complaints.about(other.place(), "'" + key + "' is a list: write [a, b]");
        yield List.of();
      }
    };
  }

  /** The mapping below a key; an empty one if there is none. */
  Fields below(String key, String... known) {
    Mapping nothing = new Mapping(List.of(), mapping.place());
    return switch (mapping.find(key).orElse(nothing)) {
      case Mapping inner -> new Fields(inner, complaints, known);
      case YamlNode other -> {
        complaints.about(
            other.place(), "'" + key + "' has keys of its own: " + String.join(", ", known));
        yield new Fields(nothing, complaints, known);
      }
    };
  }

  /** The entries of a list, each of which is a mapping that has no keys but {@code known}. */
  List<Fields> entries(String key, String... known) {
    String form = "'" + key + "' is a list of entries with keys: " + String.join(", ", known);
    return switch (mapping.find(key).orElse(null)) {
      case null -> List.of();
      case Sequence list ->
          list.items().stream().flatMap(item -> entry(item, form, known)).toList();
      case YamlNode other -> {
        complaints.about(other.place(), form);
        yield List.of();
      }
    };
  }

  private Stream<Fields> entry(YamlNode item, String form, String... known) {
    if (item instanceof Mapping inner) {
      return Stream.of(new Fields(inner, complaints, known));
    }
    complaints.about(item.place(), form);
    return Stream.of();
  }

  boolean has(String key) {
    return mapping.find(key).isPresent();
  }

  /** How many items the list of a key has, right or wrong. */
  int size(String key) {
    return mapping.find(key).orElse(null) instanceof Sequence list ? list.items().size() : 0;
  }

  /** Complains about the value of a key, or about the mapping if it has none. */
  void wrong(String key, String message, String advice) {
    Place place = mapping.find(key).map(YamlNode::place).orElse(mapping.place());
    complaints.about(place, message, advice);
  }

  /** Complains about the mapping as a whole. */
  void wrong(String message, String advice) {
    complaints.about(mapping.place(), message, advice);
  }

  /** Complains if a key is missing. */
  void require(String key, String message) {
    if (mapping.find(key).isEmpty()) {
      complaints.about(mapping.place(), message);
    }
  }

  private boolean isFirst(YamlNode item, Set<String> before) {
    boolean first = !(item instanceof Scalar scalar) || before.add(scalar.text());
    if (!first) {
      complaints.about(item.place(), "'" + YamlNode.text(item) + "' is there twice");
    }
    return first;
  }

  private <T> Optional<T> read(String key, YamlNode node, Meaning<T> meaning) {
    if (!(node instanceof Scalar scalar)) {
      complaints.about(node.place(), "'" + key + "' is a single value");
      return Optional.empty();
    }
    if (scalar.text().isBlank()) {
      complaints.about(
          scalar.place(),
          "'" + key + "' has no value",
          "Leave it out if it shall be the usual one");
      return Optional.empty();
    }
    return switch (meaning.of(scalar.text())) {
      case Outcome.Good<T>(T value) -> Optional.of(value);
      case Outcome.Bad<T>(String message, String advice) -> {
        complaints.about(scalar.place(), message, advice);
        yield Optional.empty();
      }
    };
  }
}
