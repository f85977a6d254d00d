package io.runboards.emit.gem;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.Golden;
import io.runboards.build.Repository;
import io.runboards.emit.OutFile;
import io.runboards.emit.docs.GemPage;
import io.runboards.emit.gem.AccessPolicy.Realm;
import io.runboards.samples.SampleTenants;
import io.runboards.site.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** GEM is given tenants and access policies in the words of its admin API. */
class GemFilesTest {
  private static final Path GOLDEN = Repository.ROOT.resolve("generator/src/test/resources/gem");

  private static List<OutFile> files(Site site) {
    List<OutFile> files = new ArrayList<>(GemFiles.of(site));
    GemPage.of(site).ifPresent(files::add);
    return files;
  }

  @Test
  void theyAreAsRecorded() throws Exception {
    Map<String, String> texts = new TreeMap<>();
    files(SampleTenants.ofGem())
        .forEach(file -> texts.put(file.path().replace("gem/", ""), file.content()));
    Golden.compare(GOLDEN, texts);
  }

  @Test
  void nothingIsWrittenWhereGemIsNotAskedFor() {
    assertThat(files(SampleTenants.ofMimir())).isEmpty();
  }

  @Test
  void whoManagesFederatedRulesHasBothRightsOnEveryTenantThatTheyRead() {
    assertThat(AccessPolicy.of(SampleTenants.ofGem()))
        .filteredOn(policy -> policy.name().equals("all-rules"))
        .singleElement()
        .satisfies(policy -> {
          assertThat(policy.scopes()).contains("metrics:read", "rules:write");
          assertThat(policy.realms())
              .extracting(Realm::tenant)
              .containsExactlyInAnyOrder("team-a", "team-b");
          assertThat(policy.realms()).allSatisfy(it -> assertThat(it.selectors()).isEmpty());
        });
  }

  @Test
  void aFederationHidesWhatItsMembersHide() {
    assertThat(AccessPolicy.of(SampleTenants.ofGem()))
        .filteredOn(policy -> policy.name().equals("all-read"))
        .flatExtracting(AccessPolicy::realms)
        .containsExactly(
            new Realm("team-a", List.of("{secret!=\"true\"}", "{env=~\"dev|test\"}")),
            new Realm("team-b", List.of()));
  }
}
