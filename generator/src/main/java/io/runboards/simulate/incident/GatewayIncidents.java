package io.runboards.simulate.incident;

import io.runboards.simulate.Incident;
import java.time.Duration;
import java.util.List;

/** A gateway that fails, or whose providers or teams have nothing left to give. */
final class GatewayIncidents {
  private static final Incident PROVIDER_OUTAGE =
      new Incident(
          "provider-outage",
          "A provider outside is out",
          "No call to gpt-4o at its first provider succeeds. The gateway asks the second one instead,"
              + " which costs more and is noticed by nobody.",
          Duration.ofMinutes(30),
          (platform, seconds) -> platform.services().models().openai().fail(1));

  private static final Incident BOTH_PROVIDERS_OUT =
      new Incident(
          "all-providers-out",
          "No provider outside answers",
          "The way out to the internet is blocked: both providers of gpt-4o are out, and fallbacks"
              + " fail as well.",
          Duration.ofMinutes(30),
          (platform, seconds) -> {
            platform.services().models().openai().fail(1);
            platform.services().models().azure().fail(1);
          });

  private static final Incident GATEWAY_ERRORS =
      new Incident(
          "gateway-database-slow",
          "The gateway loses requests",
          "The database of the gateway is full. One in ten requests ends with an error before any"
              + " model has seen it.",
          Duration.ofMinutes(30),
          (platform, seconds) -> platform.services().gateway().breakDown(0.1));

  private static final Incident BUDGET_SPENT =
      new Incident(
          "budget-spent",
          "A team has no money left",
          "The budget of the support team was lowered below what it has spent this month. The"
              + " gateway refuses all of its requests.",
          Duration.ofHours(1),
          (platform, seconds) -> platform.services().gateway().cutBudget());

  static final List<Incident> ALL =
      List.of(PROVIDER_OUTAGE, BOTH_PROVIDERS_OUT, GATEWAY_ERRORS, BUDGET_SPENT);

  private GatewayIncidents() {}
}
