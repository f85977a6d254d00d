package io.runboards.site;

import io.runboards.finding.Place;
import io.runboards.site.YamlNode.Entry;
import io.runboards.site.YamlNode.Mapping;
import io.runboards.site.YamlNode.Scalar;
import io.runboards.site.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of a site file, given on the command line: {@code grafana.version=9.4}.
 *
 * @param path the keys that lead to the value
 * @param value the value; words in brackets, {@code [a, b]}, are a list
 */
public record Setting(List<String> path, String value) {
  private static final Pattern TEXT =
      Pattern.compile("([^=.]+(?:\\.[^=.]+)*)=(.*)", Pattern.DOTALL);
  private static final Pattern LIST = Pattern.compile("\\[[^\\[\\]]*]");

  public Setting {
    path = List.copyOf(path);
  }

  /** Reads {@code key.key=value}; empty for anything else. */
  public static Optional<Setting> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(new Setting(List.of(parts.group(1).split("\\.")), parts.group(2)))
        : Optional.empty();
  }

  /** The option as it was typed, without its value: the source that findings name. */
  String source() {
    return "--set " + String.join(".", path);
  }

  /** The tree with this value in the place of the one that it has. */
  Mapping in(Mapping tree) {
    return with(tree, path);
  }

  private Mapping with(Mapping tree, List<String> keys) {
    String key = keys.getFirst();
    List<Entry> entries = new ArrayList<>();
    boolean found = false;
    for (Entry entry : tree.entries()) {
      boolean here = entry.key().text().equals(key);
      entries.add(here ? new Entry(entry.key(), inside(entry.value(), keys)) : entry);
      found |= here;
    }
    if (!found) {
      Mapping nothing = new Mapping(List.of(), place());
      entries.add(new Entry(new Scalar(key, place()), inside(nothing, keys)));
    }
    return new Mapping(entries, tree.place());
  }

  private YamlNode inside(YamlNode before, List<String> keys) {
    if (keys.size() == 1) {
      return node();
    }
    Mapping tree = before instanceof Mapping mapping ? mapping : new Mapping(List.of(), place());
    return with(tree, keys.subList(1, keys.size()));
  }

  private YamlNode node() {
    return LIST.matcher(value).matches()
        ? new Sequence(items(), place())
        : new Scalar(value, place());
  }

  private List<YamlNode> items() {
    List<YamlNode> items = new ArrayList<>();
    int from = 1;
    for (String item : value.substring(1, value.length() - 1).split(",", -1)) {
      Place place = Place.in(source(), value, from, from + item.length());
      items.add(new Scalar(item.strip(), place));
      from += item.length() + 1;
    }
    return items.size() == 1 && YamlNode.text(items.getFirst()).isEmpty() ? List.of() : items;
  }

  private Place place() {
    return Place.in(source(), value, 0, value.length());
  }
}
