package io.runboards.deploy;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Things to deploy. */
public final class Things {
  public static final String SITE = "north";

  private Things() {}

  public static Wanted folder(String uid) {
    return new Wanted(new Key(Kind.FOLDER, uid), "Folder " + uid, "", JsonValue.EMPTY);
  }

  public static Wanted dashboard(String uid, String folder) {
    return new Wanted(
        new Key(Kind.DASHBOARD, uid), "Dashboard " + uid, folder, content("up{job=\"%s\"}", uid));
  }

  private static Fields content(String query, String uid) {
    Fields target = JsonValue.EMPTY.with("refId", "A").with("expr", query.formatted(uid));
    Fields panel =
        JsonValue.EMPTY
            .with("id", 1)
            .with("title", "GPU utilization")
            .with("type", "timeseries")
            .with("gridPos", JsonValue.EMPTY.with("x", 0).with("y", 0).with("w", 12).with("h", 8))
            .with("targets", new JsonValue.Items(List.of(target)));
    return Mark.onDashboard(
        JsonValue.EMPTY
            .with("schemaVersion", 36)
            .with("panels", new JsonValue.Items(List.of(panel))),
        SITE);
  }

  public static Wanted libraryPanel(String uid, String folder) {
    Fields model = JsonValue.EMPTY.with("type", "stat").with("title", "Panel " + uid);
    return new Wanted(
        new Key(Kind.LIBRARY_PANEL, uid), "Panel " + uid, folder, Mark.onFields(model, SITE));
  }

  public static Wanted dataSource(String uid, String url) {
    return new Wanted(
        new Key(Kind.DATA_SOURCE, uid),
        "Source " + uid,
        "",
        JsonValue.EMPTY
            .with("type", "prometheus")
            .with("access", "proxy")
            .with("url", url)
            .with("jsonData", Mark.onFields(JsonValue.EMPTY, SITE)));
  }

  /** The same with another content. */
  public static Wanted with(Wanted thing, Fields content) {
    return new Wanted(thing.key(), thing.title(), thing.folder(), content);
  }

  public static Wanted titled(Wanted thing, String title) {
    return new Wanted(thing.key(), title, thing.folder(), thing.content());
  }

  public static Wanted in(Wanted thing, String folder) {
    return new Wanted(thing.key(), thing.title(), folder, thing.content());
  }

  public static Desired desired(Wanted... things) {
    return new Desired(SITE, List.of(things));
  }

  /** Dashboards, evenly spread over folders. */
  public static Desired fleet(int dashboards, int folders) {
    return new Desired(
        SITE,
        Stream.concat(
                IntStream.range(0, folders).mapToObj(i -> folder("runboards-" + i)),
                IntStream.range(0, dashboards)
                    .mapToObj(i -> dashboard("d-" + i, "runboards-" + i % folders)))
            .toList());
  }

  /** The same without some things. */
  public static Desired without(Desired desired, String... uids) {
    List<String> gone = List.of(uids);
    return new Desired(
        desired.site(),
        desired.things().stream().filter(it -> !gone.contains(it.key().uid())).toList());
  }

  /** A thing as it is on the server after it was deployed. */
  public static Live live(Wanted thing) {
    return live(thing, new Owner.Site(SITE));
  }

  public static Live live(Wanted thing, Owner owner) {
    return new Live(
        thing.key(), thing.title(), thing.folder(), thing.content(), 1, owner, Optional.empty());
  }

  public static Found found(Live... things) {
    return new Found(List.of(things), true);
  }
}
