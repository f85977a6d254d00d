package io.runboards.deploy;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Items;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is different between a thing as it is and as it shall be, in words. */
final class Differences {
  private static final int LONGEST = 60;

  private Differences() {}

  /** Everything that differs, and the folder; none only if both say the same. */
  static List<Difference> between(Live before, Wanted after) {
    List<Difference> differences = new ArrayList<>();
    if (!before.title().equals(after.title())) {
      differences.add(changed("", "title", quoted(before.title()), quoted(after.title())));
    }
    if (!before.folder().equals(after.folder())) {
      differences.add(changed("", "folder", folder(before.folder()), folder(after.folder())));
    }
    if (!before.content().equals(after.content())) {
      List<Difference> inside =
          after.key().kind() == Kind.DASHBOARD
              ? DashboardDifferences.between(before.content(), after.content())
              : between("", "", before.content(), after.content());
      differences.addAll(
          inside.isEmpty() ? List.of(new Difference("", "in another form")) : inside);
    }
    return List.copyOf(differences);
  }

  static String folder(String uid) {
    return uid.isEmpty() ? "the root" : uid;
  }

  /** Differences below a path such as {@code options.legend}. */
  static List<Difference> between(String where, String path, JsonValue before, JsonValue after) {
    if (before.equals(after)) {
      return List.of();
    }
    if (before instanceof Fields(Map<String, JsonValue> old)
        && after instanceof Fields(Map<String, JsonValue> next)) {
      Set<String> names = new LinkedHashSet<>(next.keySet());
      names.addAll(old.keySet());
      return names.stream()
          .flatMap(
              name -> between(where, below(path, name), before.at(name), after.at(name)).stream())
          .toList();
    }
    if (before instanceof Items(List<JsonValue> old)
        && after instanceof Items(List<JsonValue> next)
        && old.size() == next.size()) {
      List<Difference> differences = new ArrayList<>();
      for (int i = 0; i < old.size(); i++) {
        differences.addAll(between(where, path + "[" + i + "]", old.get(i), next.get(i)));
      }
      return differences;
    }
    return List.of(changed(where, path, words(before), words(after)));
  }

  static Difference changed(String where, String what, String before, String after) {
    return new Difference(where, "%s %s → %s".formatted(what, before, after).strip());
  }

  /** A value that is short enough to be read. */
  static String words(JsonValue value) {
    return switch (value) {
      case JsonValue.Text(String text) -> quoted(text);
      case JsonValue.Nothing() -> "nothing";
      case Items(List<JsonValue> items) when items.size() > 3 -> items.size() + " items";
      default -> shortened(value.line());
    };
  }

  static String quoted(String text) {
    return "“" + shortened(text.replace("\n", " ")) + "”";
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
