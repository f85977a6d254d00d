package io.runboards.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.finding.Finding;
import io.runboards.site.Setup.Sizes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A site says only in what it differs from another. */
class InheritanceTest {
  private static final String BASE =
      """
      name: base
      labels: [a, b]
      runbooks: https://base.example.org
      cluster: {name: shared, version: 2.16}
      grafana:
        url: https://base.example.org
        organisations: [{id: 1, name: A}, {id: 2, name: B}]
      sizes: {nodes: 1, pods: 2}
      """;

  @Test
  void mappingsArePutIntoEachOtherAndListsAreReplaced() {
    Site site =
        read(
                """
                name: s
                extends: base
                labels: [c]
                cluster: {version: 2.17}
                grafana: {organisations: [{id: 3, name: C}]}
                sizes: {pods: 3}
                """,
                Map.of("base", BASE))
            .site()
            .orElseThrow();
    assertThat(site.name()).isEqualTo("s");
    assertThat(site.labels()).containsExactly("c");
    assertThat(site.setup().cluster()).isEqualTo("shared");
    assertThat(site.cluster()).hasToString("2.17");
    assertThat(site.runbooks()).hasValue(URI.create("https://base.example.org"));
    assertThat(site.grafana().url()).isEqualTo(URI.create("https://base.example.org"));
    assertThat(site.setup().organisations()).extracting(it -> it.name()).containsExactly("C");
    assertThat(site.setup().sizes()).isEqualTo(new Sizes(1, 8, 20, 100, 3));
  }

  @Test
  void aBaseMayExtendAnother() {
    Map<String, String> others =
        Map.of("base", BASE, "middle", "extends: base\nname: middle\ncluster: {name: mine}\n");
    Site site = read("name: s\nextends: middle\n", others).site().orElseThrow();
    assertThat(site.setup().cluster()).isEqualTo("mine");
    assertThat(site.cluster()).hasToString("2.16");
  }

  @Test
  void aSettingCountsMoreThanAllFiles() {
    Site site =
        read("name: s\nextends: other\n", Map.of("base", BASE), "extends=base", "sizes.nodes=9")
            .site()
            .orElseThrow();
    assertThat(site.setup().sizes()).isEqualTo(new Sizes(9, 8, 20, 100, 2));
  }

  @Test
  void whatIsWrongIsSaidInTheFileWhereItStands() {
    assertThat(
            messages(
                "name: s\nextends: base\ngrafana: {verison: 12}\n",
                Map.of("base", "grafana:\n  url: here\nlabel: [a]\n")))
        .containsExactly(
            "sites/base.yaml:2:8: error: this is no http address."
                + " Write one such as https://example.org/path",
            "sites/base.yaml:3:1: error: unknown key 'label'. Did you mean labels?",
            "sites/s.yaml:3:11: error: unknown key 'verison'. Did you mean version?");
    assertThat(messages("name: s\nextends: base\n", Map.of("base", "- a\n")))
        .containsExactly(
            "sites/base.yaml:1:1: error: expected keys with values, such as name: example");
    assertThat(messages("name: s\nextends: base\n", Map.of("base", "a: [\n")))
        .singleElement()
        .asString()
        .startsWith("sites/base.yaml:2:1: error: this is no YAML: ");
  }

  @Test
  void theNameIsNotInherited() {
    assertThat(messages("extends: base\n", Map.of("base", BASE)))
        .containsExactly("sites/s.yaml:1:1: error: a site needs a name");
  }

  @Test
  void aCircleIsAnError() {
    Map<String, String> others = Map.of("a", "extends: b\n", "b", "\nextends: a\n");
    assertThat(messages("name: s\nextends: a\n", others))
        .containsExactly(
            "sites/b.yaml:2:10: error: a site cannot extend itself:"
                + " s extends a extends b extends a");
    assertThat(messages("name: s\nextends: s\n", Map.of("s", "")))
        .containsExactly("sites/s.yaml:2:10: error: a site cannot extend itself: s extends s");
  }

  @Test
  void aBaseThatIsNotThereIsAnError() {
    assertThat(messages("name: s\nextends: bsae\n", Map.of("base", BASE, "other", "")))
        .containsExactly(
            "sites/s.yaml:2:10: error: there is no site 'bsae' beside this one."
                + " Did you mean base?");
    assertThat(messages("name: s\nextends: base\n", Map.of()))
        .containsExactly("sites/s.yaml:2:10: error: there is no site 'base' beside this one");
    assertThat(messages("name: s\nextends: ../base\n", Map.of()))
        .containsExactly(
            "sites/s.yaml:2:10: error: '../base' is no name of a site: it becomes a folder."
                + " Write the name of a site beside this one");
    assertThat(messages("name: s\nextends: [base]\n", Map.of()))
        .containsExactly("sites/s.yaml:2:10: error: 'extends' is a single value");
  }

  private static List<String> messages(String text, Map<String, String> others) {
    SiteFile.Read read = read(text, others);
    assertThat(read.site()).isEmpty();
    return read.findings().stream().map(Finding::toString).toList();
  }

  private static SiteFile.Read read(String text, Map<String, String> others, String... settings) {
    return SiteFile.parse(
        "sites/s.yaml",
        text,
        Stream.of(settings).map(it -> Setting.parse(it).orElseThrow()).toList(),
        name -> Optional.empty(),
        new SiteFolder() {
          @Override
          public List<String> names() {
            return new ArrayList<>(new TreeMap<>(others).keySet());
          }

          @Override
          public Optional<String> text(String name) {
            return Optional.ofNullable(others.get(name));
          }
        });
  }
}
