package io.runboards.site;

import io.runboards.site.Fields.Meaning;
import io.runboards.site.Fields.Outcome;
import io.runboards.site.Fields.Outcome.Bad;
import io.runboards.site.Fields.Outcome.Good;
import java.util.ArrayList;
import java.util.List;

/** The names that a file gives to things of one kind, so that others can refer to them. */
final class Names {
  private final String kind;
  private final List<String> known = new ArrayList<>();

  /** Names of things of a kind, such as {@code receiver}. */
  Names(String kind) {
    this.kind = kind;
  }

  /** The name of a further thing, which no other has. */
  Meaning<String> fresh(Meaning<String> form) {
    return text ->
        switch (form.of(text)) {
          case Good<String>(String name) when known.contains(name) ->
              new Bad<>("there are two %ss called '%s'".formatted(kind, name), "");
          case Good<String>(String name) -> {
            known.add(name);
            yield new Good<>(name);
          }
          case Bad<String> bad -> bad;
        };
  }

  boolean isKnown(String name) {
    return known.contains(name);
  }

  /** The name of a thing that is there. */
  Outcome<String> of(String text) {
    if (known.contains(text)) {
      return new Good<>(text);
    }
    return new Bad<>(
        "there is no %s '%s'".formatted(kind, text),
        known.isEmpty() ? "Describe it first" : Complaints.suggestion(text, known));
  }
}
