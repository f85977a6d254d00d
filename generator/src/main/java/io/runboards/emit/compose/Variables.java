package io.runboards.emit.compose;

import io.runboards.emit.OutFile;
import io.runboards.emit.Templates;
import freemarker.core.PlainTextOutputFormat;
import io.runboards.site.GrafanaVersion;
import io.runboards.site.Site;
import io.runboards.site.SiteVariable;
import java.util.List;

/**
 * The list of all that an installation takes from its environment, to be copied and filled in.
 *
 * <p>What the site file asks for is put in when files are generated, from the copy; secrets and the
 * rest are read by Compose when it starts.
 */
final class Variables {
  private static final Templates TEMPLATES =
      Templates.beside(Variables.class, PlainTextOutputFormat.INSTANCE);

  private Variables() {}

  /** What the template is filled with. */
  public record Content(
      String site, List<SiteVariable> ofSite, List<String> secrets, String grafana) {}

  static OutFile of(Site site, List<SiteVariable> ofSite) {
    GrafanaVersion version = site.grafana().version();
    Content content =
        new Content(site.name(), ofSite, Secrets.of(site).ofGrafana(), version + ".1");
    return new OutFile("compose/.env.example", TEMPLATES.fill("env.example.ftl", content));
  }
}
