package io.runboards.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.Repository;
import io.runboards.site.Site;
import io.runboards.site.SiteFile;
import io.runboards.site.SitePlaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A site of the folder {@code sites}, read as people's are.
 *
 * @param site the site
 * @param places where its values stand
 */
public record SampleSite(Site site, SitePlaces places) {
  private static final Path FOLDER = Repository.ROOT.resolve("generator/src/test/resources/sites");

  /** All of them. */
  public static List<String> names() {
    return List.of("full", "cloud", "alone");
  }

  public static SampleSite named(String name) {
    return named(name, Map.of());
  }

  /** A site with values from an environment. */
  public static SampleSite named(String name, Map<String, String> environment) {
    String file = name + ".yaml";
    try {
      SiteFile.Read read =
          SiteFile.parse(
              file,
              Files.readString(FOLDER.resolve(file)),
              List.of(),
              variable -> Optional.ofNullable(environment.get(variable)));
      assertThat(read.findings()).isEmpty();
      return new SampleSite(read.site().orElseThrow(), read.places());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
