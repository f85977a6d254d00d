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
import java.util.List;
import java.util.Optional;

/**
 * The folders of an organisation.
 *
 * @param api the organisation
 * @param site the site whose folders are ours
 */
record Folders(Api api, String site) implements Shelf {
  private static final String PATH = "/api/folders";

  /** The list of folders leaves out those inside of others, where there are any. */
  private static final String SEARCH = "/api/search";

  @Override
  public List<Live> list() throws Trouble {
    return Pages.all(api, SEARCH + "?type=dash-folder", "limit", page -> page.items().toList())
        .stream()
        .map(this::listed)
        .toList();
  }

  private Live listed(JsonValue found) {
    String uid = found.textAt("uid");
    return new Live(
        new Key(Kind.FOLDER, uid),
        found.textAt("title"),
        found.textAt("folderUid"),
        JsonValue.EMPTY,
        0,
        Mark.ofFolder(uid, site),
        Optional.empty());
  }

  @Override
  public boolean listsContent(Owner owner) {
    return false;
  }

  @Override
  public Optional<Live> read(String uid) throws Trouble {
    Api.Reply reply = api.get(one(uid));
    return reply.status() == 404
        ? Optional.empty()
        : Optional.of(live(api.good(reply, "folder " + uid)));
  }

  private Live live(JsonValue folder) {
    String uid = folder.textAt("uid");
    return new Live(
        new Key(Kind.FOLDER, uid),
        folder.textAt("title"),
        folder.textAt("parentUid"),
        JsonValue.EMPTY,
        folder.numberAt("version"),
        Mark.ofFolder(uid, site),
        touch(folder));
  }

  private static Optional<Touch> touch(JsonValue folder) {
    String who = folder.textAt("updatedBy");
    return who.isEmpty() ? Optional.empty() : Optional.of(new Touch(who, folder.textAt("updated")));
  }

  @Override
  public void create(Wanted wanted) throws Trouble {
    JsonValue.Fields body =
        JsonValue.EMPTY.with("uid", wanted.key().uid()).with("title", wanted.title());
    api.good(
        api.post(PATH, wanted.folder().isEmpty() ? body : body.with("parentUid", wanted.folder())),
        wanted.key().toString());
  }

  @Override
  public void change(Wanted wanted, Live before) throws Trouble {
    String what = wanted.key().toString();
    if (!wanted.folder().equals(before.folder())) {
      JsonValue.Fields parent = JsonValue.EMPTY.with("parentUid", wanted.folder());
      api.good(api.post(one(wanted.key().uid()) + "/move", parent), what);
    }
    if (!wanted.title().equals(before.title())) {
      JsonValue.Fields body =
          JsonValue.EMPTY.with("title", wanted.title()).with("version", before.version());
      api.good(api.put(one(wanted.key().uid()), body), what);
    }
  }

  @Override
  public void delete(Live before) throws Trouble {
    FolderContents.mustBeNone(api, before.key());
    api.good(api.delete(one(before.key().uid())), before.key().toString());
  }

  private static String one(String uid) {
    return PATH + "/" + Api.encoded(uid);
  }
}
