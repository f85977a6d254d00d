package io.runboards.deploy.grafana;

import io.runboards.check.Workspace;
import io.runboards.deploy.Desired;
import io.runboards.deploy.Key;
import io.runboards.deploy.Kind;
import io.runboards.deploy.Mark;
import io.runboards.deploy.Wanted;
import io.runboards.emit.grafana.GrafanaContent;
import io.runboards.emit.grafana.GrafanaContent.Origin;
import io.runboards.emit.grafana.GrafanaContent.Piece;
import io.runboards.emit.grafana.GrafanaContent.Place;
import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.site.Setup.Organisation;
import io.runboards.site.Site;
import java.util.ArrayList;
import java.util.List;

/** What a site wants in its organisations: all that is generated for it, with its mark. */
public final class SiteContent {
  private final String site;
  private final Secrets secrets;

  private SiteContent(String site, Secrets secrets) {
    this.site = site;
    this.secrets = secrets;
  }

  /** What a site wants in one organisation. */
  public static Desired of(
      Site site, Organisation organisation, Workspace workspace, Secrets secrets) {
    return new SiteContent(site.name(), secrets)
        .desired(GrafanaContent.of(site, organisation, workspace));
  }

  /** The same with the secrets of today in the place of those of another time. */
  public static Desired renewed(Desired desired, Secrets secrets) {
    return new Desired(
        desired.site(),
        desired.things().stream()
            .map(it ->
                it.key().kind() == Kind.DATA_SOURCE
                    ? new Wanted(
                        it.key(),
                        it.title(),
                        it.folder(),
                        SourceContent.renewed(it.content(), secrets))
                    : it)
            .toList());
  }

  private Desired desired(GrafanaContent content) {
    List<Wanted> things = new ArrayList<>();
    content.folders().forEach(folder -> things.add(folder(folder)));
    content.sources().forEach(source -> things.add(source(source)));
    content.panels().forEach(panel -> things.add(panel(panel)));
    content.dashboards().forEach(dashboard -> things.add(dashboard(dashboard)));
    return new Desired(site, things);
  }

  private static Wanted folder(Place folder) {
    return new Wanted(new Key(Kind.FOLDER, folder.uid()), folder.title(), "", JsonValue.EMPTY);
  }

  private Wanted source(Origin source) {
    Fields content =
        SourceContent.with(NormalForm.dataSource(json(source.json())), source.scope(), secrets);
    return new Wanted(
        new Key(Kind.DATA_SOURCE, source.uid()),
        source.title(),
        "",
        content.changing("jsonData", data -> Mark.onFields(data.object(), site)));
  }

  private Wanted panel(Piece panel) {
    Fields model = NormalForm.element(json(panel.json()).at("model"));
    return wanted(Kind.LIBRARY_PANEL, panel, Mark.onFields(model, site));
  }

  private Wanted dashboard(Piece dashboard) {
    Fields content = NormalForm.dashboard(json(dashboard.json()));
    return wanted(Kind.DASHBOARD, dashboard, Mark.onDashboard(content, site));
  }

  private static Wanted wanted(Kind kind, Piece piece, Fields content) {
    return new Wanted(new Key(kind, piece.uid()), piece.title(), piece.folder(), content);
  }

  private static JsonValue json(String text) {
    try {
      return JsonValue.parse(text);
    } catch (JsonValue.Malformed e) {
      throw new IllegalStateException(e);
    }
  }
}
