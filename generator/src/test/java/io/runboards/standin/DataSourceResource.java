package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Items;
import io.runboards.standin.World.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Data sources: {@code /api/datasources}. The version after a change is the one that was sent and
 * one more; whoever sends an old one is refused.
 */
record DataSourceResource(World world) implements Resource {
  private static final Reply UNKNOWN = Reply.refused(404, "Data source not found");
  private static final Reply SAME_NAME =
      Reply.refusedTraced(409, "data source with the same name already exists");

  @Override
  public Reply answer(Call call) {
    Optional<DataSource> known =
        call.path().size() == 2 && call.path().getFirst().equals("uid")
            ? Optional.ofNullable(call.organisation().dataSources.get(call.path().get(1)))
            : Optional.empty();
    return switch (call.shape()) {
      case "GET 0" -> list(call);
      case "POST 0" -> create(call);
      case "GET 2" -> known.map(it -> Reply.good(it.whole(call.organisation().id))).orElse(UNKNOWN);
      case "PUT 2" -> known.map(it -> change(call, it)).orElse(UNKNOWN);
      case "DELETE 2" -> known.map(it -> delete(call, it)).orElse(UNKNOWN);
      default -> Reply.notFound();
    };
  }

  private static Reply list(Call call) {
    List<JsonValue> all =
        call.organisation().dataSources.values().stream()
            .<JsonValue>map(it -> it.listed(call.organisation().id))
            .toList();
    return Reply.good(new Items(all));
  }

  private Reply create(Call call) {
    Organisation organisation = call.organisation();
    Fields body = call.body().object();
    String uid = body.textAt("uid");
    if (body.textAt("name").isEmpty() || body.textAt("type").isEmpty()) {
      return Reply.refusedTraced(400, "bad request data");
    }
    if (isTaken(organisation, "", body.textAt("name"))) {
      return SAME_NAME;
    }
    if (organisation.dataSources.containsKey(uid)) {
      return Reply.refusedTraced(409, "data source with the same uid already exists");
    }
    DataSource source = made(body, false);
    return kept(organisation, source, "Datasource added");
  }

  private DataSource made(Fields body, boolean readOnly) {
    long id = world.next(Sequence.DATA_SOURCE);
    String uid = body.textAt("uid");
    return new DataSource(
        id,
        uid.isEmpty() ? "source-" + id : uid,
        1,
        readOnly,
        body.without("secureJsonData"),
        body.at("secureJsonData").object().fields().keySet());
  }

  /** Puts a data source there that a provisioning file owns. */
  void provision(Organisation organisation, Fields content) {
    DataSource source = made(content, true);
    organisation.dataSources.put(source.uid(), source);
  }

  private static Reply change(Call call, DataSource before) {
    Fields body = call.body().object();
    if (before.readOnly()) {
      return Reply.refused(403, "Cannot update read-only data source");
    }
    if (isTaken(call.organisation(), before.uid(), body.textAt("name"))) {
      return SAME_NAME;
    }
    long version = body.numberAt("version") + 1;
    if (body.numberAt("version") != 0 && before.version() >= version) {
      return Reply.refused(
          409, "Datasource has already been updated by someone else. Please reload and try again");
    }
    Set<String> secrets = new TreeSet<>(before.secrets());
    secrets.addAll(body.at("secureJsonData").object().fields().keySet());
    DataSource after =
        new DataSource(
            before.id(),
            before.uid(),
            version,
            false,
            body.without("secureJsonData", "version"),
            secrets);
    return kept(call.organisation(), after, "Datasource updated");
  }

  private static Reply kept(Organisation organisation, DataSource source, String message) {
    if (source.told().flagAt("isDefault")) {
      organisation.dataSources.replaceAll((uid, it) -> it.notDefault());
    }
    organisation.dataSources.put(source.uid(), source);
    Fields body =
        JsonValue.EMPTY
            .with("datasource", source.whole(organisation.id))
            .with("id", source.id())
            .with("message", message)
            .with("name", source.name());
    return Reply.good(body).writing("data source " + source.uid());
  }

  private static boolean isTaken(Organisation organisation, String uid, String name) {
    return organisation.dataSources.values().stream()
        .anyMatch(it -> !it.uid().equals(uid) && it.name().equals(name));
  }

  private static Reply delete(Call call, DataSource source) {
    if (source.readOnly()) {
      return Reply.refused(403, "Cannot delete read-only data source");
    }
    call.organisation().dataSources.remove(source.uid());
    return Reply.good(
            JsonValue.EMPTY.with("id", source.id()).with("message", "Data source deleted"))
        .writing("data source " + source.uid());
  }
}
