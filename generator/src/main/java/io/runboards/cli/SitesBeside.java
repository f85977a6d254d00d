package io.runboards.cli;

import io.runboards.site.SiteFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The site files of a folder.
 *
 * @param folder the folder
 */
record SitesBeside(Path folder) implements SiteFolder {
  static final String EXTENSION = ".yaml";

  /** Those beside a file. */
  static SitesBeside of(Path file) {
    return new SitesBeside(file.resolveSibling(""));
  }

  @Override
  public List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(EXTENSION))
          .map(file -> file.substring(0, file.length() - EXTENSION.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  @Override
  public Optional<String> text(String name) {
    Path file = file(name);
    return Files.exists(file) ? Optional.of(QueryInput.text(file.toString())) : Optional.empty();
  }

  Path file(String name) {
    return folder.resolve(name + EXTENSION);
  }
}
