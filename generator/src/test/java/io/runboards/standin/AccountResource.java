package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Items;
import io.runboards.standin.World.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Service accounts and their tokens: {@code /api/serviceaccounts}. */
record AccountResource(World world) implements Resource {

  @Override
  public Reply answer(Call call) {
    return switch (call.shape()) {
      case "POST 0" -> create(call);
      case "GET 1" -> call.path().getFirst().equals("search") ? search(call) : Reply.notFound();
      case "POST 2" -> call.path().getLast().equals("tokens") ? token(call) : Reply.notFound();
      default -> Reply.notFound();
    };
  }

  private Reply create(Call call) {
    String name = call.body().textAt("name");
    if (find(call, it -> it.name.equals(name)).isPresent()) {
      return Reply.refusedTraced(400, "Failed to create service account");
    }
    Account account =
        Account.service(world.next(Sequence.ACCOUNT), name)
            .in(call.organisation().id, Role.of(call.body().textAt("role")));
    world.accounts.add(account);
    return Reply.good(told(call, account, "")).withStatus(201).writing("service account " + name);
  }

  private Reply search(Call call) {
    List<JsonValue> found =
        world.accounts.stream()
            .filter(it -> it.isService() && it.roles.containsKey(call.organisation().id))
            .filter(it -> it.name.contains(call.one("query").orElse("")))
            .<JsonValue>map(it -> told(call, it, "/public/img/user_profile.png"))
            .toList();
    return Reply.good(
        JsonValue.EMPTY
            .with("page", call.number("page", 1))
            .with("perPage", call.number("perpage", 1000))
            .with("serviceAccounts", new Items(found))
            .with("totalCount", found.size()));
  }

  private Reply token(Call call) {
    Optional<Account> account =
        find(call, it -> Long.toString(it.id).equals(call.path().getFirst()));
    if (account.isEmpty()) {
      return Reply.refusedTraced(404, "service account not found");
    }
    long id = world.next(Sequence.TOKEN);
    String key = "glsa_%s_%d".formatted(account.get().login, id);
    account.get().tokens.add(key);
    return Reply.good(
            JsonValue.EMPTY
                .with("id", id)
                .with("key", key)
                .with("name", call.body().textAt("name")))
        .writing("token " + id);
  }

  private Optional<Account> find(Call call, Predicate<Account> which) {
    return world.accounts.stream()
        .filter(it -> it.isService() && it.roles.containsKey(call.organisation().id))
        .filter(which)
        .findFirst();
  }

  private static Fields told(Call call, Account account, String picture) {
    return JsonValue.EMPTY
        .with("avatarUrl", picture)
        .with("id", account.id)
        .with("isDisabled", false)
        .with("login", account.login)
        .with("name", account.name)
        .with("orgId", call.organisation().id)
        .with("role", account.roles.get(call.organisation().id).label())
        .with("tokens", account.tokens.size());
  }
}
