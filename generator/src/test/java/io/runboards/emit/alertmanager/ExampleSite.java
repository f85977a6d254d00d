package io.runboards.emit.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.Repository;
import io.runboards.site.Notifications;
import io.runboards.site.Setting;
import io.runboards.site.SiteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who learns of alerts on sites for tests. */
public final class ExampleSite {
  private ExampleSite() {}

  /** The notifications of the example that is shipped, with other values for some keys. */
  public static Notifications shipped(String... settings) {
    try {
      return read(
          "example",
          Files.readString(Repository.ROOT.resolve("provisioning/sites/example.yaml")),
          Stream.of(settings).map(it -> Setting.parse(it).orElseThrow()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The notifications that a section describes, with other values for some keys of the site. */
  public static Notifications section(String section, String... settings) {
    return read(
        "s",
        "name: s\nnotifications:\n" + section.indent(2),
        Stream.of(settings).map(it -> Setting.parse(it).orElseThrow()).toList());
  }

  private static Notifications read(String name, String text, List<Setting> settings) {
    SiteFile.Read read =
        SiteFile.parse(name + ".yaml", text, settings, variable -> Optional.empty());
    assertThat(read.findings()).isEmpty();
    return read.site().orElseThrow().notifications();
  }
}
