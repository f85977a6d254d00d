package io.runboards.cli;

import static java.util.stream.Collectors.joining;

import io.runboards.finding.DidYouMean;
import io.runboards.finding.Finding;
import io.runboards.site.Setting;
import io.runboards.site.Site;
import io.runboards.site.SiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the site that a command is for: by its name, or by its file. */
final class SiteLookup {
  private static final String FOLDER = "provisioning/sites";
  private static final String EXTENSION = ".yaml";

  private SiteLookup() {}

  /** Reads the site; whatever is wrong with it makes the command fail. */
  static Site read(String nameOrFile, List<Setting> settings, Surroundings around) {
    String file = file(nameOrFile, around.folder()).toString();
    SiteFile.Read read =
        SiteFile.parse(file, QueryInput.text(file), settings, around.environment());
    return read.site()
        .orElseThrow(() ->
            new CommandFailed(
                read.findings().stream().map(Finding::toString).collect(joining("\n"))));
  }

  private static Path file(String nameOrFile, Path start) {
    try {
      if (nameOrFile.contains("/") || nameOrFile.matches(".*\\.ya?ml")) {
        return start.resolve(nameOrFile);
      }
      Path folder = start.resolve(FOLDER);
      Path file = folder.resolve(nameOrFile + EXTENSION);
      if (Files.exists(file)) {
        return file;
      }
      throw unknown(nameOrFile, folder);
    } catch (InvalidPathException e) {
      throw new CommandFailed("'" + nameOrFile + "' is neither a site nor a file");
    }
  }

  private static CommandFailed unknown(String name, Path folder) {
    List<String> known = names(folder);
    if (known.isEmpty()) {
      return new CommandFailed(
          "there are no sites in %s; run this where they are, or name a file: --site ./%s%s"
              .formatted(folder, name, EXTENSION));
    }
    String near = DidYouMean.oneOf(known, name);
    return new CommandFailed(
        "there is no site '%s' in %s%s"
            .formatted(
                name, folder, near.isEmpty() ? "; there are " + String.join(", ", known) : near));
  }

  private static List<String> names(Path folder) {
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
}
