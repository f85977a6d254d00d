package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Items;
import io.runboards.standin.World.Sequence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Panels of the library: {@code /api/library-elements}. */
record LibraryResource(World world) implements Resource {
  private static final Reply UNKNOWN =
      Reply.refusedTraced(404, "library element could not be found");
  private static final Reply TAKEN =
      Reply.refusedTraced(400, "library element with that name or UID already exists");
  private static final Reply NO_FOLDER = Reply.refusedTraced(404, "folder not found");

  @Override
  public Reply answer(Call call) {
    Organisation organisation = call.organisation();
    Optional<Element> known =
        call.path().size() == 1
            ? Optional.ofNullable(organisation.elements.get(call.path().getFirst()))
            : Optional.empty();
    return switch (call.shape()) {
      case "GET 0" -> list(call);
      case "POST 0" -> create(call);
      case "GET 1" -> known.map(it -> good(organisation, it)).orElse(UNKNOWN);
      case "PATCH 1" -> known.map(it -> change(call, it)).orElse(UNKNOWN);
      case "DELETE 1" -> known.map(it -> delete(organisation, it)).orElse(UNKNOWN);
      default -> Reply.notFound();
    };
  }

  private static Reply list(Call call) {
    List<Element> all =
        call.organisation().elements.values().stream()
            .filter(it -> call.number("kind", it.kind()) == it.kind())
            .sorted(Comparator.comparing(Element::name))
            .toList();
    List<JsonValue> page =
        call.page(all, "perPage", 100).stream()
            .<JsonValue>map(it -> it.whole(call.organisation()))
            .toList();
    Fields result =
        JsonValue.EMPTY
            .with("elements", new Items(page))
            .with("page", call.number("page", 1))
            .with("perPage", call.number("perPage", 100))
            .with("totalCount", all.size());
    return Reply.good(JsonValue.EMPTY.with("result", result));
  }

  private Reply create(Call call) {
    Fields body = call.body().object();
    String uid = body.textAt("uid");
    Optional<String> mistake = Uids.mistake(uid);
    if (mistake.isPresent()) {
      return Reply.refusedTraced(400, mistake.get());
    }
    String folder = body.textAt("folderUid");
    if (isNowhere(call.organisation(), folder)) {
      return NO_FOLDER;
    }
    String name = body.textAt("name");
    if (call.organisation().elements.containsKey(uid)
        || isTaken(call.organisation(), uid, name, folder)) {
      return TAKEN;
    }
    long id = world.next(Sequence.ELEMENT);
    Touch now = world.touch(call.asker());
    return kept(
        call.organisation(),
        new Element(
            id,
            uid.isEmpty() ? "element-" + id : uid,
            name,
            folder,
            body.numberAt("kind"),
            body.at("model").object(),
            1,
            now,
            now));
  }

  private Reply change(Call call, Element before) {
    Fields body = call.body().object();
    if (body.numberAt("version") != before.version()) {
      return Reply.refusedTraced(412, "the library element has been changed by someone else");
    }
    String folder = body.at("folderUid").text().orElse(before.folder());
    if (isNowhere(call.organisation(), folder)) {
      return NO_FOLDER;
    }
    String name = body.at("name").text().orElse(before.name());
    if (isTaken(call.organisation(), before.uid(), name, folder)) {
      return TAKEN;
    }
    return kept(
        call.organisation(),
        new Element(
            before.id(),
            before.uid(),
            name,
            folder,
            before.kind(),
            body.at("model").isNothing() ? before.model() : body.at("model").object(),
            before.version() + 1,
            before.created(),
            world.touch(call.asker())));
  }

  private static boolean isNowhere(Organisation organisation, String folder) {
    return !folder.isEmpty() && !organisation.folders.containsKey(folder);
  }

  private static boolean isTaken(
      Organisation organisation, String uid, String name, String folder) {
    return organisation
        .elementsIn(folder)
        .anyMatch(it -> !it.uid().equals(uid) && it.name().equals(name));
  }

  private static Reply kept(Organisation organisation, Element element) {
    organisation.elements.put(element.uid(), element);
    return good(organisation, element).writing("library panel " + element.uid());
  }

  private static Reply good(Organisation organisation, Element element) {
    return Reply.good(JsonValue.EMPTY.with("result", element.whole(organisation)));
  }

  private static Reply delete(Organisation organisation, Element element) {
    if (organisation.connections(element.uid()) > 0) {
      return Reply.refusedTraced(403, "the library element has connections");
    }
    organisation.elements.remove(element.uid());
    return Reply.good(
            JsonValue.EMPTY.with("id", element.id()).with("message", "Library element deleted"))
        .writing("library panel " + element.uid());
  }
}
