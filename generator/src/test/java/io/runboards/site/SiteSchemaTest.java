package io.runboards.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runboards.build.Repository;
import io.runboards.finding.Finding;
import io.runboards.site.Key.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The keys that are read, those of the schema and those of the example are the same. */
class SiteSchemaTest {
  private static final Path SITES = Repository.ROOT.resolve("provisioning/sites");

  @Test
  void theSchemaBesideTheSitesIsTheOneThatIsPrinted() throws Exception {
    Path file = SITES.resolve("site.schema.json");
    if (Repository.REWRITE) {
      Files.writeString(file, SiteSchema.text());
    }
    assertThat(Files.readString(file)).as("run 'make golden'").isEqualTo(SiteSchema.text());
  }

  @Test
  void theSchemaHasEveryKeyThatMayBeWrittenAndNoOther() throws Exception {
    JsonNode schema = new ObjectMapper().readTree(SiteSchema.text());
    assertThat(new TreeSet<>(properties("", schema))).isEqualTo(new TreeSet<>(paths("", keys())));
  }

  @Test
  void everyKeyIsRead() {
    assertThat(paths("", keys())).hasSizeGreaterThan(80);
    for (String path : paths("", keys())) {
      assertThat(complaintsAboutNonsenseAt(path)).as(path).isNotEmpty();
    }
  }

  @Test
  void theExampleShowsEveryKey() throws Exception {
    String example = Files.readString(SITES.resolve("example.yaml"));
    for (String path : paths("", keys())) {
      String key = path.substring(path.lastIndexOf('.') + 1);
      assertThat(example).as(path).containsPattern("[\\s{,#-]" + key + ":");
    }
  }

  @Test
  void theShippedSitesAreGoodAndNameTheSchema() throws Exception {
    try (Stream<Path> files = Files.list(SITES)) {
      List<Path> sites = files.filter(file -> file.toString().endsWith(".yaml")).toList();
      assertThat(sites)
          .extracting(file -> file.getFileName().toString())
          .contains("example.yaml", "grafana-cloud.yaml", "local.yaml");
      for (Path site : sites) {
        String text = Files.readString(site);
        assertThat(text).startsWith("# yaml-language-server: $schema=site.schema.json\n");
        assertThat(read(site.toString(), text)).as(site.toString()).isEmpty();
      }
    }
  }

  private static List<Key> keys() {
    return SiteKeys.ALL.all();
  }

  /** The paths of all keys that may be written, with [] behind those of lists of entries. */
  private static List<String> paths(String before, List<Key> keys) {
    List<String> paths = new ArrayList<>();
    for (Key key : keys) {
      if (key.isRefused()) {
        continue;
      }
      String path = before + key.name();
      paths.add(path);
      switch (key.shape()) {
        case Shape.Group(Keys inner) -> paths.addAll(paths(path + ".", inner.all()));
        case Shape.Entries(Keys inner) -> paths.addAll(paths(path + "[].", inner.all()));
        default -> {}
      }
    }
    return paths;
  }

  private static List<String> properties(String before, JsonNode schema) {
    List<String> paths = new ArrayList<>();
    Iterator<String> names = schema.path("properties").fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      JsonNode property = schema.path("properties").path(name);
      assertThat(property.path("description").asText()).as(name).endsWith(".");
      paths.add(before + name);
      paths.addAll(properties(before + name + ".", property));
      paths.addAll(properties(before + name + "[].", property.path("items")));
    }
    return paths;
  }

  /** A list in a list is never right, and only who reads a key can see that it is wrong. */
  private static List<Finding> complaintsAboutNonsenseAt(String path) {
    StringBuilder text = new StringBuilder();
    int ends = 0;
    String indent = "";
    for (String key : path.split("\\.")) {
      boolean isList = key.endsWith("[]");
      text.append(indent).append(key.replace("[]", "")).append(":");
      ends++;
      text.append(isList ? "\n" + indent + "  - " : "\n");
      indent = indent + (isList ? "    " : "  ");
      if (isList) {
        text.append("\n");
      }
    }
    text.append(indent).append("[[\"nonsense\"]]\n");
    int line = (int) text.toString().lines().count();
    assertThat(ends).isPositive();
    return read("s.yaml", text + "name: s\n").stream()
        .filter(finding -> finding.place().line() == line)
        .toList();
  }

  private static List<Finding> read(String source, String text) {
    return SiteFile.parse(source, text, List.of(), name -> Optional.empty()).findings();
  }
}
