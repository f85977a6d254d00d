package io.runboards.standin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A user, or a service account: that is a user without a password, who has tokens. */
final class Account {
  final long id;
  final String name;
  final String login;
  final String password;
  final boolean everywhere;
  final Map<Long, Role> roles = new LinkedHashMap<>();
  final Set<String> tokens = new TreeSet<>();

  private Account(long id, String name, String login, String password, boolean everywhere) {
    this.id = id;
    this.name = name;
    this.login = login;
    this.password = password;
    this.everywhere = everywhere;
  }

  static Account administrator(long id, long organisation) {
    return new Account(id, "admin", "admin", "admin", true).in(organisation, Role.ADMIN);
  }

  static Account user(long id, String login, String password) {
    return new Account(id, login, login, password, false);
  }

  static Account service(long id, String name) {
    return new Account(id, name, "sa-" + name, "", false);
  }

  Account in(long organisation, Role role) {
    roles.put(organisation, role);
    return this;
  }

  boolean isService() {
    return password.isEmpty();
  }

  /** The organisation that it works in unless it says another. */
  long home() {
    return roles.keySet().iterator().next();
  }
}
