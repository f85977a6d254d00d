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

/**
 * The panels in the library of an organisation.
 *
 * @param api the organisation
 */
record LibraryPanels(Api api) implements Shelf {
  private static final String PATH = "/api/library-elements";
  private static final int PANEL = 1;

  @Override
  public List<Live> list() throws Trouble {
    return Pages.all(
            api,
            PATH + "?kind=" + PANEL,
            "perPage",
            page -> page.at("result").itemsAt("elements").toList())
        .stream()
        .map(LibraryPanels::live)
        .toList();
  }

  @Override
  public boolean listsContent(Owner owner) {
    return true;
  }

  @Override
  public Optional<Live> read(String uid) throws Trouble {
    Api.Reply reply = api.get(one(uid));
    return reply.status() == 404
        ? Optional.empty()
        : Optional.of(live(api.good(reply, "library panel " + uid).at("result")));
  }

  private static Live live(JsonValue element) {
    JsonValue meta = element.at("meta");
    return new Live(
        new Key(Kind.LIBRARY_PANEL, element.textAt("uid")),
        element.textAt("name"),
        element.textAt("folderUid"),
        NormalForm.element(element.at("model")),
        element.numberAt("version"),
        Mark.ofFields(element.at("model")),
        Optional.of(new Touch(meta.at("updatedBy").textAt("name"), meta.textAt("updated"))));
  }

  @Override
  public void create(Wanted wanted) throws Trouble {
    api.good(api.post(PATH, body(wanted).with("uid", wanted.key().uid())), wanted.key().toString());
  }

  @Override
  public void change(Wanted wanted, Live before) throws Trouble {
    Fields body = body(wanted).with("version", before.version());
    api.good(api.patch(one(wanted.key().uid()), body), wanted.key().toString());
  }

  private static Fields body(Wanted wanted) {
    return JsonValue.EMPTY
        .with("name", wanted.title())
        .with("kind", PANEL)
        .with("model", wanted.content())
        .with("folderUid", wanted.folder());
  }

  @Override
  public void delete(Live before) throws Trouble {
    api.good(api.delete(one(before.key().uid())), before.key().toString());
  }

  private static String one(String uid) {
    return PATH + "/" + Api.encoded(uid);
  }
}
