package io.runboards.verify.trial;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names in messages. */
final class Names {
  private Names() {}

  static String quoted(Collection<String> names) {
    return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
  }
}
