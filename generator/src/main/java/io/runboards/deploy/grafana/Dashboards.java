package io.runboards.deploy.grafana;

import io.runboards.deploy.Key;
import io.runboards.deploy.Kind;
import io.runboards.deploy.Live;
import io.runboards.deploy.Live.Touch;
import io.runboards.deploy.Mark;
import io.runboards.deploy.Owner;
import io.runboards.deploy.Trouble;
import io.runboards.deploy.Wanted;
import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The dashboards of an organisation.
 *
 * @param api the organisation
 * @param message what the history of a dashboard says about our changes
 */
record Dashboards(Api api, String message) implements Shelf {
  private static final String PATH = "/api/dashboards/";

  @Override
  public List<Live> list() throws Trouble {
    return Pages.all(api, "/api/search?type=dash-db", "limit", page -> page.items().toList())
        .stream()
        .map(Dashboards::listed)
        .toList();
  }

  private static Live listed(JsonValue found) {
    return new Live(
        new Key(Kind.DASHBOARD, found.textAt("uid")),
        found.textAt("title"),
        found.textAt("folderUid"),
        JsonValue.EMPTY,
        0,
        Mark.ofTags(tags(found)),
        Optional.empty());
  }

  private static Stream<String> tags(JsonValue holder) {
    return holder.itemsAt("tags").flatMap(tag -> tag.text().stream());
  }

  @Override
  public boolean listsContent(Owner owner) {
    return false;
  }

  @Override
  public Optional<Live> read(String uid) throws Trouble {
    Api.Reply reply = api.get(PATH + "uid/" + Api.encoded(uid));
    return reply.status() == 404
        ? Optional.empty()
        : Optional.of(live(api.good(reply, "dashboard " + uid)));
  }

  private static Live live(JsonValue found) {
    JsonValue dashboard = found.at("dashboard");
    JsonValue meta = found.at("meta");
    return new Live(
        new Key(Kind.DASHBOARD, dashboard.textAt("uid")),
        dashboard.textAt("title"),
        meta.textAt("folderUid"),
        NormalForm.dashboard(dashboard),
        dashboard.numberAt("version"),
        meta.flagAt("provisioned") ? new Owner.Files() : Mark.ofTags(tags(dashboard)),
        Optional.of(new Touch(meta.textAt("updatedBy"), meta.textAt("updated"))));
  }

  @Override
  public void create(Wanted wanted) throws Trouble {
    send(wanted, wanted.content());
  }

  @Override
  public void change(Wanted wanted, Live before) throws Trouble {
    send(wanted, wanted.content().with("version", before.version()));
  }

  /** Without a folder, the server moves a dashboard to the root. */
  private void send(Wanted wanted, Fields content) throws Trouble {
    Fields dashboard = content.with("uid", wanted.key().uid()).with("title", wanted.title());
    Fields body = JsonValue.EMPTY.with("dashboard", dashboard).with("message", message);
    api.good(
        api.post(
            PATH + "db",
            wanted.folder().isEmpty() ? body : body.with("folderUid", wanted.folder())),
        wanted.key().toString());
  }

  @Override
  public void delete(Live before) throws Trouble {
    api.good(api.delete(PATH + "uid/" + Api.encoded(before.key().uid())), before.key().toString());
  }
}
