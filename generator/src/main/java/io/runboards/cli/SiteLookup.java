package io.runboards.cli;

import io.runboards.finding.DidYouMean;
import io.runboards.site.Site;
import io.runboards.site.SiteFile;
import io.runboards.site.SitePlaces;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Finds the site that a command is for: by its name, or by its file. */
final class SiteLookup {
  private static final String FOLDER = "provisioning/sites";

  private SiteLookup() {}

  /**
   * A site that is all right.
   *
   * @param site the site
   * @param places where its values stand
   */
  record Found(Site site, SitePlaces places) {}

  /** Reads the site; whatever is wrong with it makes the command fail. */
  static Found read(String nameOrFile, SiteOptions options, Surroundings around) {
    SiteFile.Read read = options.parse(file(nameOrFile, around.folder()), around);
    return read.site()
        .map(site -> new Found(site, read.places()))
        .orElseThrow(() -> new CommandFailed(SiteOptions.lines(read.findings())));
  }

  /** The sites of a project. */
  static SitesBeside sites(Path start) {
    return new SitesBeside(start.resolve(FOLDER));
  }

  /** The file of a site. */
  static Path file(String nameOrFile, Path start) {
    try {
      if (nameOrFile.contains("/") || nameOrFile.matches(".*\\.ya?ml")) {
        return start.resolve(nameOrFile);
      }
      SitesBeside sites = sites(start);
      Path file = sites.file(nameOrFile);
      if (Files.exists(file)) {
        return file;
      }
      throw unknown(nameOrFile, sites);
    } catch (InvalidPathException e) {
      throw new CommandFailed("'" + nameOrFile + "' is neither a site nor a file");
    }
  }

  private static CommandFailed unknown(String name, SitesBeside sites) {
    List<String> known = sites.names();
    if (known.isEmpty()) {
      return new CommandFailed(
          "there are no sites in %s; run this where they are, or name a file: --site ./%s%s"
              .formatted(sites.folder(), name, SitesBeside.EXTENSION));
    }
    String near = DidYouMean.oneOf(known, name);
    return new CommandFailed(
        "there is no site '%s' in %s%s"
            .formatted(
                name,
                sites.folder(),
                near.isEmpty() ? "; there are " + String.join(", ", known) : near));
  }
}
