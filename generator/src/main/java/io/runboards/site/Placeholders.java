package io.runboards.site;

import io.runboards.site.YamlNode.Entry;
import io.runboards.site.YamlNode.Mapping;
import io.runboards.site.YamlNode.Scalar;
import io.runboards.site.YamlNode.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values of the environment into a tree: <code>${NAME}</code>, or <code>${NAME:-default}
 * </code> where the variable may be missing or empty. <code>$${</code> stands for <code>${</code>.
 */
final class Placeholders {
  private static final Pattern ANY =
      Pattern.compile("\\$(\\$\\{)|\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}|\\$\\{");

  private static final Pattern SECRET =
      Pattern.compile(
          ".*(PASSWORD|PASSWD|TOKEN|SECRET|CREDENTIALS?|API_?KEY|_KEY|HOOK_?URL)",
          Pattern.CASE_INSENSITIVE);

  private final Function<String, Optional<String>> environment;
  private final Complaints complaints;

  Placeholders(Function<String, Optional<String>> environment, Complaints complaints) {
    this.environment = environment;
    this.complaints = complaints;
  }

  /** The variables that a tree asks for, each once, in the order of the tree. */
  static List<SiteVariable> in(Mapping tree) {
    Map<String, SiteVariable> variables = new LinkedHashMap<>();
    collect(tree, "", variables);
    return List.copyOf(variables.values());
  }

  private static void collect(YamlNode node, String key, Map<String, SiteVariable> variables) {
    switch (node) {
      case Mapping mapping ->
          mapping
              .entries()
              .forEach(it -> collect(it.value(), below(key, it.key().text()), variables));
      case Sequence list -> list.items().forEach(item -> collect(item, key, variables));
      case Scalar scalar ->
          ANY.matcher(scalar.text())
              .results()
              .filter(found -> found.group(2) != null)
              .map(found ->
                  new SiteVariable(
                      found.group(2), Objects.requireNonNullElse(found.group(3), ""), key))
              .forEach(variable -> variables.putIfAbsent(variable.name(), variable));
    }
  }

  private static String below(String key, String name) {
    return key.isEmpty() ? name : key + "." + name;
  }

  Mapping fill(Mapping tree) {
    List<Entry> entries =
        tree.entries().stream().map(entry -> new Entry(entry.key(), fill(entry.value()))).toList();
    return new Mapping(entries, tree.place());
  }

  private YamlNode fill(YamlNode node) {
    return switch (node) {
      case Mapping mapping -> fill(mapping);
      case Sequence list ->
          new Sequence(list.items().stream().map(this::fill).toList(), list.place());
      case Scalar scalar ->
          new Scalar(
              ANY.matcher(scalar.text())
                  .replaceAll(found -> Matcher.quoteReplacement(value(found, scalar))),
              scalar.text(),
              scalar.place());
    };
  }

  private String value(MatchResult found, Scalar scalar) {
    String escaped = found.group(1);
    String name = found.group(2);
    String byDefault = found.group(3);
    if (escaped != null) {
      return escaped;
    }
    if (name == null) {
      complaints.about(
          scalar.place(),
          "expected ${NAME} or ${NAME:-default} with the name of an environment variable",
          "Write $${ if you mean the characters themselves");
      return found.group();
    }
    if (SECRET.matcher(name).matches()) {
      complaints.about(
          scalar.place(),
          name + " sounds like a secret, and what stands here is written into files",
          "Write the name of the file that holds it, without ${ }");
      return found.group();
    }
    Optional<String> value = environment.apply(name);
    if (byDefault != null) {
      return value.filter(text -> !text.isEmpty()).orElse(byDefault);
    }
    if (value.isEmpty()) {
      complaints.about(
          scalar.place(),
          "the environment has no " + name,
          "Set it, or write ${" + name + ":-default}");
    }
    return value.orElse(found.group());
  }
}
