package io.runboards.site;

import io.runboards.site.Key.Shape;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a mapping in a site file, in the order in which people are told of them.
 *
 * @param all the keys
 */
record Keys(List<Key> all) {
  Keys {
    all = List.copyOf(all);
  }

  static Keys of(Key... keys) {
    return new Keys(List.of(keys));
  }

  /** Those that may be written. */
  List<String> names() {
    return all.stream().filter(key -> !key.isRefused()).map(Key::name).toList();
  }

  Optional<Key> find(String name) {
    return all.stream().filter(key -> key.name().equals(name)).findFirst();
  }

  /** The key, which must be among them: to read another is a mistake of the program. */
  Key get(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("a key that nobody may write: " + name));
  }

  /** The keys behind a key that has some. */
  Keys below(String name) {
    return switch (get(name).shape()) {
      case Shape.Group(Keys keys) -> keys;
      case Shape.Entries(Keys keys) -> keys;
      default -> throw new IllegalArgumentException("a key without keys of its own: " + name);
    };
  }
}
