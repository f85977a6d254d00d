package io.runboards.emit.compose;

import freemarker.core.PlainTextOutputFormat;
import io.runboards.emit.OutFile;
import io.runboards.emit.Templates;
import io.runboards.emit.mimir.SingleMimir;
import io.runboards.site.Site;
import io.runboards.site.SiteVariable;
import java.util.ArrayList;
import java.util.List;

/** All that Docker Compose needs to bring up a site, beside what the other packages wrote. */
public final class ComposeFiles {
  private static final Templates TEMPLATES =
      Templates.beside(ComposeFiles.class, PlainTextOutputFormat.INSTANCE);

  private ComposeFiles() {}

  /** What a script without gaps is filled with. */
  public record Nothing() {}

  /**
   * The files of a site.
   *
   * @param variables those that the site file asks for
   */
  public static List<OutFile> of(Site site, List<SiteVariable> variables) {
    Neighbours neighbours = new Neighbours(site);
    List<OutFile> files = new ArrayList<>();
    files.add(new OutFile("compose/docker-compose.yaml", ComposeFile.of(site)));
    files.add(Variables.of(site, variables));
    if (!neighbours.organisations().isEmpty()) {
      files.add(Organisations.file(neighbours.organisations()));
    }
    if (neighbours.hasBlackbox()) {
      files.add(Blackbox.file());
    }
    if (neighbours.hasMimir()) {
      files.add(SingleMimir.of(site, "compose/mimir.yaml"));
    }
    if (neighbours.hasRules()) {
      files.add(
          new OutFile("compose/rules.sh", TEMPLATES.fill("rules.sh", new Nothing())));
    }
    return files;
  }
}
