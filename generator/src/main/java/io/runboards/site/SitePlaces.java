package io.runboards.site;

import io.runboards.finding.Place;
import io.runboards.site.YamlNode.Mapping;
import io.runboards.site.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;

/** Where the values of a site stand in its files, for those who find something wrong later. */
public final class SitePlaces {
  private final YamlNode root;

  SitePlaces(YamlNode root) {
    this.root = root;
  }

  /** The places of a site that stands in no file. */
  public static SitePlaces of(Site site) {
    Place nowhere = new Place("site " + site.name(), 1, 1, 0, 0);
    return new SitePlaces(new Mapping(List.of(), nowhere));
  }

  /**
   * The place of the value that keys lead to, or of the last value on the way that is there. In a
   * list, the key is the name of an entry, or a value itself.
   */
  public Place of(String... keys) {
    YamlNode here = root;
    for (String key : keys) {
      Optional<YamlNode> next = below(here, key);
      if (next.isEmpty()) {
        break;
      }
      here = next.get();
    }
    return here.place();
  }

  /** The variables of the environment that its files ask for, each once. */
  public List<SiteVariable> variables() {
    return root instanceof Mapping tree ? Placeholders.in(tree) : List.of();
  }

  private static Optional<YamlNode> below(YamlNode node, String key) {
    return switch (node) {
      case Mapping mapping -> mapping.find(key);
      case Sequence list -> list.items().stream().filter(it -> isCalled(it, key)).findFirst();
      case YamlNode.Scalar scalar -> Optional.empty();
    };
  }

  private static boolean isCalled(YamlNode item, String name) {
    return item instanceof Mapping mapping
        ? mapping.find("name").map(YamlNode::text).filter(name::equals).isPresent()
        : YamlNode.text(item).equals(name);
  }
}
