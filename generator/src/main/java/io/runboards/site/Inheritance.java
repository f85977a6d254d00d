package io.runboards.site;

import io.runboards.finding.Place;
import io.runboards.site.Fields.Outcome.Bad;
import io.runboards.site.YamlNode.Entry;
import io.runboards.site.YamlNode.Mapping;
import io.runboards.site.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts together what a site file says and what the sites say that it extends.
 *
 * <p>Mappings are put into each other, key by key; any other value stands in the place of the base's.
 * Whatever comes from a base keeps its place in that file.
 */
final class Inheritance {
  private static final String NAME = "name";
  private static final String EXTENDS = "extends";

  private final SiteFolder folder;
  private final Complaints complaints;

  Inheritance(SiteFolder folder, Complaints complaints) {
    this.folder = folder;
    this.complaints = complaints;
  }

  /** The tree of a file with all that it inherits; empty if one of the files is no mapping. */
  Optional<Mapping> read(String source, String text, List<Setting> settings) {
    return root(source, text)
        .flatMap(written -> {
          Mapping tree = written;
          for (Setting setting : settings) {
            tree = setting.in(tree);
          }
          return whole(tree, source, List.of(name(source)));
        });
  }

  private Optional<Mapping> root(String source, String text) {
    Place beginning = Place.in(source, text, 0, 0);
    Optional<YamlNode> root = YamlText.read(source, text, complaints);
    if (root.isEmpty() && complaints.isEmpty()) {
      return Optional.of(new Mapping(List.of(), beginning));
    }
    if (root.isPresent() && root.get() instanceof Mapping mapping) {
      return Optional.of(new Mapping(mapping.entries(), beginning));
    }
    if (complaints.isEmpty()) {
      complaints.about(beginning, "expected keys with values, such as name: example");
    }
    return Optional.empty();
  }

  /** The tree with what it extends; {@code line} leads from the first file to this one. */
  private Optional<Mapping> whole(Mapping tree, String source, List<String> line) {
    if (tree.find(EXTENDS).isEmpty()) {
      return Optional.of(tree);
    }
    return base(tree.find(EXTENDS).get(), line)
        .flatMap(base -> {
          String file = sibling(source, base);
          List<String> longer = new ArrayList<>(line);
          longer.add(base);
          return root(file, folder.text(base).orElseThrow())
              .flatMap(it -> whole(it, file, longer));
        })
        .map(base -> merge(tree, withoutName(base)));
  }

  /** The name of the base; empty, with a complaint, if there is no such site to extend. */
  private Optional<String> base(YamlNode node, List<String> line) {
    String base = YamlNode.text(node);
    if (!(node instanceof Scalar)) {
      complaints.about(node.place(), "'" + EXTENDS + "' is a single value");
    } else if (SiteFile.name(base) instanceof Bad<String> bad) {
      complaints.about(node.place(), bad.message(), "Write the name of a site beside this one");
    } else if (line.contains(base)) {
      complaints.about(
          node.place(),
          "a site cannot extend itself: " + String.join(" extends ", line) + " extends " + base);
    } else if (folder.text(base).isEmpty()) {
      complaints.about(
          node.place(),
          "there is no site '" + base + "' beside this one",
          folder.names().isEmpty() ? "" : Complaints.suggestion(base, folder.names()));
    } else {
      return Optional.of(base);
    }
    return Optional.empty();
  }

  /** A name belongs to one file only. */
  private static Mapping withoutName(Mapping base) {
    return new Mapping(
        base.entries().stream().filter(entry -> !entry.key().text().equals(NAME)).toList(),
        base.place());
  }

  private static Mapping merge(Mapping own, Mapping base) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : own.entries()) {
      YamlNode inherited = base.find(entry.key().text()).orElse(null);
      entries.add(
          entry.value() instanceof Mapping more && inherited instanceof Mapping less
              ? new Entry(entry.key(), merge(more, less))
              : entry);
    }
    base.entries().stream()
        .filter(entry -> own.find(entry.key().text()).isEmpty())
        .forEach(entries::add);
    return new Mapping(entries, own.place());
  }

  private static String name(String source) {
    return source.substring(source.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
  }

  private static String sibling(String source, String name) {
    return source.substring(0, source.lastIndexOf('/') + 1) + name + ".yaml";
  }
}
