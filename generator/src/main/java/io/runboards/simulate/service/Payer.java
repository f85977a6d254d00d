package io.runboards.simulate.service;

/**
 * A key, and the accounts that its requests are charged to.
 *
 * @param client the key
 * @param team the account of its team
 * @param own its own account
 */
record Payer(Client client, Account team, Account own) {
  void pay(double dollars) {
    team.budget().spend(dollars);
    own.budget().spend(dollars);
  }

  /** Whether its team has no money left. */
  boolean isRefused() {
    return team.budget().isCut();
  }
}
