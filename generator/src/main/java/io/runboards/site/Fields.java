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
  private final Keys keys;

  private Fields(Mapping mapping, Complaints complaints, Keys keys) {
    this.mapping = mapping;
    this.complaints = complaints;
    this.keys = keys;
  }

  /** Reads a mapping, and complains about keys that are none and about those that are missing. */
  static Fields of(Mapping mapping, Complaints complaints, Keys keys) {
    for (YamlNode.Entry entry : mapping.entries()) {
      keys.find(entry.key().text())
          .ifPresent(key -> {
            if (key.shape() instanceof Key.Shape.Refused(String advice)) {
              complaints.about(entry.key().place(), key.about(), advice);
            }
          });
    }
    complaints.aboutUnknownKeys(mapping, keys.names());
    Fields fields = new Fields(mapping, complaints, keys);
    keys.all().stream()
        .filter(key -> key.isNeeded() && !fields.has(key.name()))
        .forEach(key -> complaints.about(mapping.place(), key.missing()));
    return fields;
  }

  /** A value as it is written, or why it cannot be. */
  sealed interface Outcome<T> {
    record Good<T>(T value) implements Outcome<T> {}

    /** Why it cannot be, and which part of the text is to blame; all of it if none. */
    record Bad<T>(String message, String advice, Optional<Part> part) implements Outcome<T> {
      public Bad(String message, String advice) {
        this(message, advice, Optional.empty());
      }
    }

    static <T> Outcome<T> of(Optional<T> value, String otherwise) {
      return value.<Outcome<T>>map(Good::new).orElseGet(() -> new Bad<>(otherwise, ""));
    }
  }

  /** Code points of a text. */
  record Part(int start, int end) {}

  /** What a text means. */
  @FunctionalInterface
  interface Meaning<T> {
    Outcome<T> of(String text);
  }

  /** The value of a key; empty if there is none, or if it is wrong. */
  <T> Optional<T> value(String key, Meaning<T> meaning) {
    return find(key).flatMap(node -> read(key, node, meaning));
  }

  /** The name of a secret's file. What comes from the environment may be the secret itself. */
  Optional<String> secret(String key) {
    if (find(key).orElse(null) instanceof Scalar scalar && scalar.isFilled()) {
      complaints.about(
          scalar.place(),
          "a secret is named by its file, not by ${ }",
          "Write the name of the file that holds it");
      return Optional.empty();
    }
    return value(key, Meanings::secret);
  }

  /** The values of a key, without those that are wrong. */
  <T> List<T> values(String key, Meaning<T> meaning) {
    return switch (find(key).orElse(null)) {
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
  Fields below(String key) {
    Keys inner = keys.below(key);
    Fields nothing = new Fields(new Mapping(List.of(), mapping.place()), complaints, inner);
    return switch (find(key).orElse(null)) {
      case null -> nothing;
      case Mapping written -> of(written, complaints, inner);
      case YamlNode other -> {
        complaints.about(
            other.place(),
            "'" + key + "' has keys of its own: " + String.join(", ", inner.names()));
        yield nothing;
      }
    };
  }

  /** The entries of a list, each of which is a mapping. */
  List<Fields> entries(String key) {
    Keys inner = keys.below(key);
    String form =
        "'" + key + "' is a list of entries with keys: " + String.join(", ", inner.names());
    return switch (find(key).orElse(null)) {
      case null -> List.of();
      case Sequence list -> list.items().stream().flatMap(it -> entry(it, form, inner)).toList();
      case YamlNode other -> {
        complaints.about(other.place(), form);
        yield List.of();
      }
    };
  }

  private Stream<Fields> entry(YamlNode item, String form, Keys inner) {
    if (item instanceof Mapping written) {
      return Stream.of(of(written, complaints, inner));
    }
    complaints.about(item.place(), form);
    return Stream.of();
  }

  private Optional<YamlNode> find(String key) {
    return mapping.find(keys.get(key).name());
  }

  /** Whether a key may be written at all. */
  boolean knows(String key) {
    return keys.names().contains(key);
  }

  boolean has(String key) {
    return find(key).isPresent();
  }

  /** How many items the list of a key has, right or wrong. */
  int size(String key) {
    return find(key).orElse(null) instanceof Sequence list ? list.items().size() : 0;
  }

  /** Complains about the value of a key, or about the mapping if it has none. */
  void wrong(String key, String message, String advice) {
    Place place = find(key).map(YamlNode::place).orElse(mapping.place());
    complaints.about(place, message, advice);
  }

  /** Complains about the mapping as a whole. */
  void wrong(String message, String advice) {
    complaints.about(mapping.place(), message, advice);
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
      case Outcome.Bad<T> bad -> {
        complain(key, scalar, bad);
        yield Optional.empty();
      }
    };
  }

  /** A value of the environment may be a secret by mistake, and no part of it is printed. */
  private void complain(String key, Scalar scalar, Outcome.Bad<?> bad) {
    Place place = bad.part().map(scalar::place).orElse(scalar.place());
    String message = bad.message();
    if (scalar.isFilled()) {
      message = message.replace("'" + scalar.text() + "'", "'" + scalar.written() + "'");
      if (scalar.isToldBy(message + bad.advice())) {
        message = "what stands for '" + scalar.written() + "' is no value of '" + key + "'";
        complaints.about(place, message);
        return;
      }
    }
    complaints.about(place, message, bad.advice());
  }
}
