package io.runboards.deploy.grafana;

import io.runboards.deploy.Key;
import io.runboards.deploy.Kind;
import io.runboards.deploy.Live;
import io.runboards.deploy.Owner;
import io.runboards.deploy.Trouble;
import io.runboards.deploy.Wanted;
import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folders or dashboards of an organisation in the resource API.
 *
 * <p>A list holds whole things, so a fleet is read with a request for each page. Before a thing is
 * changed it is read again, for what others noted on it stays; the server refuses the write if
 * anybody was faster.
 *
 * @param api the organisation
 * @param path the address of the things
 * @param form what they say about themselves
 * @param message what the history of a thing says about our changes
 */
record ResourceShelf(Api api, String path, ResourceForm form, String message) implements Shelf {
  private static final String METADATA = "metadata";
  private static final String SPEC = "spec";
  private static final int SIZE = 100;

  /** A server that never ends its list is broken. */
  private static final int MOST = 1000;

  private static final int EXPIRED = 410;

  @Override
  public List<Live> list() throws Trouble {
    List<Live> all = new ArrayList<>();
    String next = "";
    for (int page = 1; page <= MOST; page++) {
      JsonValue list = page(next);
      list.itemsAt("items").map(this::listed).forEach(all::add);
      next = list.at(METADATA).textAt("continue");
      if (next.isEmpty()) {
        return all;
      }
    }
    throw new Trouble(Trouble.Kind.FINAL, path + ": the list does not end");
  }

  /** A page; when the server no longer knows where it was, one has to begin again. */
  private JsonValue page(String from) throws Trouble {
    String rest = from.isEmpty() ? "" : "&continue=" + Api.encoded(from);
    Api.Reply reply = api.get("%s?limit=%s%s".formatted(path, SIZE, rest));
    if (reply.status() == EXPIRED) {
      throw new Trouble(Trouble.Kind.PASSING, path + ": the list grew old while it was read");
    }
    return api.good(reply, path);
  }

  /** Of what is not ours nobody needs the content, and there may be much of it. */
  private Live listed(JsonValue object) {
    return live(object, listsContent(owner(object)) ? content(object) : JsonValue.EMPTY);
  }

  @Override
  public boolean listsContent(Owner owner) {
    return owner instanceof Owner.Site;
  }

  @Override
  public Optional<Live> read(String uid) throws Trouble {
    Api.Reply reply = api.get(one(uid));
    return reply.status() == 404
        ? Optional.empty()
        : Optional.of(live(api.good(reply, form.kind().label() + " " + uid)));
  }

  private Live live(JsonValue object) {
    return live(object, content(object));
  }

  private Live live(JsonValue object, Fields content) {
    JsonValue metadata = object.at(METADATA);
    return new Live(
        new Key(form.kind(), metadata.textAt("name")),
        object.at(SPEC).textAt(ResourceForm.TITLE),
        ResourceNotes.folder(metadata),
        content,
        metadata.numberAt("generation"),
        owner(object),
        ResourceNotes.touch(metadata));
  }

  private Owner owner(JsonValue object) {
    JsonValue metadata = object.at(METADATA);
    return ResourceNotes.manager(metadata)
        .orElseGet(() -> form.marked(metadata.textAt("name"), object.at(SPEC)));
  }

  private Fields content(JsonValue object) {
    return form.content(object.at(SPEC));
  }

  @Override
  public void create(Wanted wanted) throws Trouble {
    Fields metadata = JsonValue.EMPTY.with("name", wanted.key().uid());
    Fields object = JsonValue.EMPTY.with(METADATA, metadata);
    api.good(api.post(path, made(object, wanted)), wanted.key().toString());
  }

  @Override
  public void change(Wanted wanted, Live before) throws Trouble {
    Fields object = unchanged(before).without("status");
    api.good(api.put(one(before.key().uid()), made(object, wanted)), wanted.key().toString());
  }

  private Fields made(Fields object, Wanted wanted) {
    Fields metadata = object.at(METADATA).object();
    return object
        .with(METADATA, ResourceNotes.with(metadata, wanted, message))
        .with(SPEC, form.spec(wanted, object.at(SPEC).object()));
  }

  @Override
  public void delete(Live before) throws Trouble {
    if (before.key().kind() == Kind.FOLDER) {
      FolderContents.mustBeNone(api, before.key());
    }
    String version = unchanged(before).at(METADATA).textAt("resourceVersion");
    Fields condition = JsonValue.EMPTY.with("resourceVersion", version);
    api.good(
        api.delete(one(before.key().uid()), JsonValue.EMPTY.with("preconditions", condition)),
        before.key().toString());
  }

  /** The object as it is now, if it says what it said when it was read. */
  private Fields unchanged(Live before) throws Trouble {
    JsonValue object = api.good(api.get(one(before.key().uid())), before.key().toString());
    Live now = live(object);
    if (!now.wanted().equals(before.wanted()) || !now.owner().equals(before.owner())) {
      throw new Trouble(Trouble.Kind.CHANGED, before.key() + ": somebody changed it");
    }
    return object.object();
  }

  private String one(String uid) {
    return path + "/" + Api.encoded(uid);
  }
}
