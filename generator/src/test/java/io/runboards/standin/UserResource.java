package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.standin.World.Sequence;

/** Users: {@code /api/admin/users}. It follows the documentation: the recording has none. */
record UserResource(World world) implements Resource {

  @Override
  public Reply answer(Call call) {
    if (!call.shape().equals("POST 1") || !call.path().getFirst().equals("users")) {
      return Reply.notFound();
    }
    String login = call.body().textAt("login");
    if (world.accounts.stream().anyMatch(it -> it.login.equals(login))) {
      return Reply.refusedTraced(
          412, "User with email '' or username '%s' already exists".formatted(login));
    }
    long organisation = call.body().numberAt("OrgId");
    Account user =
        Account.user(world.next(Sequence.ACCOUNT), login, call.body().textAt("password"))
            .in(organisation == 0 ? call.organisation().id : organisation, Role.VIEWER);
    world.accounts.add(user);
    return Reply.good(JsonValue.EMPTY.with("id", user.id).with("message", "User created"))
        .writing("user " + login);
  }
}
