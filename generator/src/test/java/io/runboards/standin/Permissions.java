package io.runboards.standin;

import io.runboards.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * Who may do what. Everybody of an organisation may read; the recording holds one refusal, and the
 * others are worded like it.
 */
final class Permissions {
  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "POST",
              "api/dashboards/db",
              Role.EDITOR,
              false,
              "any of dashboards:create, dashboards:write"),
          new Rule("POST", "api/dashboards", Role.EDITOR, false, "dashboards:write"),
          new Rule("DELETE", "api/dashboards", Role.EDITOR, false, "dashboards:delete"),
          new Rule("POST", "api/folders", Role.EDITOR, false, "folders:create"),
          new Rule("PUT", "api/folders", Role.EDITOR, false, "folders:write"),
          new Rule("DELETE", "api/folders", Role.EDITOR, false, "folders:delete"),
          new Rule("POST", "api/library-elements", Role.EDITOR, false, "library.panels:create"),
          new Rule("PATCH", "api/library-elements", Role.EDITOR, false, "library.panels:write"),
          new Rule("DELETE", "api/library-elements", Role.EDITOR, false, "library.panels:delete"),
          new Rule("POST", "api/datasources", Role.ADMIN, false, "datasources:create"),
          new Rule("PUT", "api/datasources", Role.ADMIN, false, "datasources:write"),
          new Rule("DELETE", "api/datasources", Role.ADMIN, false, "datasources:delete"),
          new Rule("GET", "api/serviceaccounts", Role.ADMIN, false, "serviceaccounts:read"),
          new Rule("POST", "api/serviceaccounts", Role.ADMIN, false, "serviceaccounts:create"),
          new Rule("GET", "api/orgs", Role.ADMIN, true, "orgs:read"),
          new Rule("POST", "api/orgs", Role.ADMIN, true, "orgs:create"),
          new Rule("POST", "api/admin", Role.ADMIN, true, "users:create"));

  /** Whoever uses a method below a path needs a role, perhaps on the whole server. */
  private record Rule(String method, String path, Role role, boolean everywhere, String names) {
    boolean isFor(String used, String whole) {
      return method.equals(used) && (whole + "/").startsWith(path + "/");
    }

    boolean allows(Asker asker) {
      return asker.role().covers(role) && (asker.everywhere() || !everywhere);
    }
  }

  private Permissions() {}

  /** The refusal, if somebody may not do something. */
  static Optional<Reply> refusal(Asker asker, String method, String path) {
    return RULES.stream()
        .filter(rule -> rule.isFor(method, path))
        .findFirst()
        .filter(rule -> !rule.allows(asker))
        .map(rule ->
            new Reply(
                403,
                JsonValue.EMPTY
                    .with("accessErrorId", "ACE0000000001")
                    .with(
                        "message",
                        "You'll need additional permissions to perform this action. Permissions"
                            + " needed: "
                            + rule.names())
                    .with("title", "Access denied"),
                Optional.empty()));
  }
}
