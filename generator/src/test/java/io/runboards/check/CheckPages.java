package io.runboards.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.Repository;
import java.nio.file.Path;

/** The pages that explain checks. */
final class CheckPages {
  static final Path FOLDER = Repository.ROOT.resolve("docs/checks");

  private CheckPages() {}

  /** The check has a page, which begins with its name. */
  static void demand(String id) {
    assertThat(FOLDER.resolve(id + ".md")).content().startsWith("# " + id + "\n");
  }
}
