package io.runboards.simulate.service;

import io.runboards.catalog.LiteLlm;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.time.Moment;

/** What a team or a key may spend at the gateway. */
final class Account {
  private final Budget budget;
  private final Gauge allowed;
  private final Gauge left;

  private Account(Budget budget, Gauge allowed, Gauge left) {
    this.budget = budget;
    this.allowed = allowed;
    this.left = left;
  }

  static Account of(Client.Team team, Group group) {
    return new Account(
        new Budget(team.budget()),
        group.gauge(LiteLlm.TEAM_MAX_BUDGET_METRIC, team.id(), team.alias()),
        group.gauge(LiteLlm.REMAINING_TEAM_BUDGET_METRIC, team.id(), team.alias()));
  }

  static Account of(Client client, Group group) {
    return new Account(
        new Budget(client.budget()),
        group.gauge(LiteLlm.API_KEY_MAX_BUDGET_METRIC, client.hash(), client.alias()),
        group.gauge(LiteLlm.REMAINING_API_KEY_BUDGET_METRIC, client.hash(), client.alias()));
  }

  Budget budget() {
    return budget;
  }

  void show(Moment now) {
    budget.advance(now);
    allowed.set(budget.allowed());
    left.set(budget.left());
  }
}
