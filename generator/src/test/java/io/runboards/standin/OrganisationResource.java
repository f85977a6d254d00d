package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Items;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Organisations: {@code /api/orgs}, and {@code /api/org} for the one that somebody works in. */
record OrganisationResource(World world) implements Resource {
  private static final Reply UNKNOWN = Reply.refusedTraced(404, "Organization not found");

  @Override
  public Reply answer(Call call) {
    return switch (call.shape()) {
      case "GET 0" -> list();
      case "POST 0" -> create(call);
      case "GET 1" -> byNumber(call.path().getFirst());
      case "GET 2" ->
          call.path().getFirst().equals("name")
              ? world.named(call.path().getLast()).map(OrganisationResource::one).orElse(UNKNOWN)
              : Reply.notFound();
      default -> Reply.notFound();
    };
  }

  /** The organisation that somebody works in. */
  static Reply current(Call call) {
    return call.shape().equals("GET 0") ? one(call.organisation()) : Reply.notFound();
  }

  private Reply byNumber(String text) {
    return Stream.of(text)
        .filter(it -> it.matches("\\d{1,9}"))
        .map(it -> world.organisations.get(Long.parseLong(it)))
        .filter(Objects::nonNull)
        .findFirst()
        .map(OrganisationResource::one)
        .orElse(UNKNOWN);
  }

  private Reply list() {
    List<JsonValue> all =
        world.organisations.values().stream()
            .<JsonValue>map(it -> JsonValue.EMPTY.with("id", it.id).with("name", it.name))
            .toList();
    return Reply.good(new Items(all));
  }

  private Reply create(Call call) {
    String name = call.body().textAt("name");
    if (world.named(name).isPresent()) {
      return Reply.refusedTraced(409, "Organization name taken");
    }
    Organisation organisation = world.found(name);
    return Reply.good(
            JsonValue.EMPTY.with("message", "Organization created").with("orgId", organisation.id))
        .writing("organisation " + name);
  }

  private static Reply one(Organisation organisation) {
    Fields address = JsonValue.EMPTY;
    for (String line : List.of("address1", "address2", "city", "country", "state", "zipCode")) {
      address = address.with(line, "");
    }
    return Reply.good(
        JsonValue.EMPTY
            .with("address", address)
            .with("id", organisation.id)
            .with("name", organisation.name));
  }
}
