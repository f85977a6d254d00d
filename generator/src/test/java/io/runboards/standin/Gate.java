package io.runboards.standin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds out who asks, or why nobody may ask so. */
record Gate(World world) {

  /** Whoever is let in, or the answer to whoever is not. */
  sealed interface Verdict {
    record Known(Asker asker) implements Verdict {}

    record Stranger(Reply reply) implements Verdict {}
  }

  /**
   * @param authorization the header of that name; empty if there is none
   * @param organisation the organisation that the request names; empty if it names none
   */
  Verdict verdict(String authorization, String organisation) {
    if (authorization.startsWith("Bearer ")) {
      String token = authorization.substring("Bearer ".length());
      return account(account -> account.tokens.contains(token))
          .<Verdict>map(account -> known(account, account.home()))
          .orElse(new Verdict.Stranger(Reply.refusedTraced(401, "invalid API key")));
    }
    if (authorization.startsWith("Basic ")) {
      String login = decoded(authorization.substring("Basic ".length()));
      return account(it -> !it.isService() && login.equals(it.login + ":" + it.password))
          .map(account -> switched(account, organisation))
          .orElse(new Verdict.Stranger(Reply.refusedTraced(401, "invalid username or password")));
    }
    return new Verdict.Stranger(Reply.refused(401, "Unauthorized"));
  }

  private Verdict switched(Account account, String wanted) {
    long id = wanted.isEmpty() ? account.home() : Long.parseLong(wanted);
    boolean member = account.everywhere || account.roles.containsKey(id);
    return world.organisations.containsKey(id) && member
        ? known(account, id)
        : new Verdict.Stranger(Reply.refusedTraced(404, "Organization not found"));
  }

  private Verdict known(Account account, long organisation) {
    Role role =
        account.everywhere ? Role.ADMIN : account.roles.getOrDefault(organisation, Role.VIEWER);
    return new Verdict.Known(
        new Asker(
            account.id,
            account.login,
            role,
            account.everywhere,
            world.organisations.get(organisation)));
  }

  private Optional<Account> account(Predicate<Account> which) {
    return world.accounts.stream().filter(which).findFirst();
  }

  private static String decoded(String text) {
    return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
  }
}
