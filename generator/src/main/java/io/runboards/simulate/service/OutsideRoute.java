package io.runboards.simulate.service;

import io.runboards.catalog.LiteLlm;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.time.Moment;
import java.util.ArrayList;
import java.util.List;

/** A model that a provider outside answers for, and another provider in its place when it fails. */
final class OutsideRoute {
  private static final double FIRST_BUDGET = 12_000;
  private static final double SECOND_BUDGET = 1_000;

  private final ModelRoute route;
  private final Fallback fallback;
  private final List<Limits> limits = new ArrayList<>();
  private final Split calls;
  private final double[] weights;
  private final Budget firstBudget = new Budget(FIRST_BUDGET);
  private final Budget secondBudget = new Budget(SECOND_BUDGET);
  private final Gauge firstLeft;
  private final Gauge secondLeft;

  OutsideRoute(Models models, List<Asker> askers, Group group) {
    Deployment first = Deployment.OPENAI;
    Deployment second = Deployment.AZURE;
    this.route = new ModelRoute(first, models.openai(), askers, 0, group);
    this.fallback = new Fallback(models.azure(), first, second, askers, group);
    askers.forEach(asker -> limits.add(new Limits(group, asker.payer().client(), first, first)));
    this.calls = new Split(askers.size());
    this.weights = askers.stream().mapToDouble(Asker::weight).toArray();
    this.firstLeft = group.gauge(LiteLlm.PROVIDER_REMAINING_BUDGET_METRIC, first.provider());
    this.secondLeft = group.gauge(LiteLlm.PROVIDER_REMAINING_BUDGET_METRIC, second.provider());
  }

  ModelRoute route() {
    return route;
  }

  void advance(Moment now) {
    firstBudget.advance(now);
    secondBudget.advance(now);
    ModelRoute.Result result = route.advance(now);
    firstBudget.spend(result.dollars());
    secondBudget.spend(fallback.take(result.errors(), now));
    firstLeft.set(firstBudget.left());
    secondLeft.set(secondBudget.left());
    Outcome outcome = route.backend().outcome();
    long[] parts = calls.of(outcome.calls(), weights);
    long each = (outcome.read() + outcome.written()) / Math.max(1, outcome.calls());
    for (int i = 0; i < parts.length; i++) {
      limits.get(i).used(parts[i], parts[i] * each, now.step());
    }
  }
}
