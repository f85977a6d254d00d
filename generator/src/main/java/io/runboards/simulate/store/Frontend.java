package io.runboards.simulate.store;

import io.runboards.catalog.Mimir;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.util.List;

/** A query frontend and the querier behind it: dashboards and alerts ask them. */
final class Frontend {
  static final int MANY = 2;

  private static final double AT_NIGHT = 3;
  private static final double MORE_BY_DAY = 2.5;
  private static final double SELDOM_FAILS = 1e-4;
  private static final double WRONG = 0.002;

  private final StorePod frontend;
  private final StorePod querier;
  private final Health health;
  private final Noise noise;
  private final Noise mistakes;
  private final List<Asked> routes;
  private final Ring ingesters;
  private final Ring gateways;

  /** Requests of one kind that people and rules make. */
  private record Asked(
      double share, double seconds, Whole many, Answers byFrontend, Answers byQuerier) {
    static Asked of(
        StorePod frontend, StorePod querier, String route, double share, double seconds) {
      return new Asked(
          share,
          seconds,
          new Whole(),
          answers(frontend, false, route),
          answers(querier, true, route));
    }

    private static Answers answers(StorePod pod, boolean querier, String route) {
      return Answers.of(
          pod,
          querier ? Mimir.QUERIER_REQUEST_DURATION_SECONDS : Mimir.REQUEST_DURATION_SECONDS,
          "prometheus_api_v1_" + route,
          "422",
          "GET");
    }
  }

  Frontend(StorePod frontend, StorePod querier, Health health, Noise noise) {
    this.frontend = frontend;
    this.querier = querier;
    this.health = health;
    this.noise = noise;
    this.mistakes = noise.of("mistakes");
    this.routes =
        List.of(
            Asked.of(frontend, querier, "query_range", 0.70, 0.18),
            Asked.of(frontend, querier, "query", 0.20, 0.06),
            Asked.of(frontend, querier, "labels", 0.09, 0.03),
            Asked.of(frontend, querier, "cardinality_label_names", 0.01, 0.4));
    this.ingesters = Ring.seenBy(querier, "ingester", Ingester.MANY);
    this.gateways = Ring.seenBy(querier, "store-gateway", Store.GATEWAYS);
  }

  void advance(Moment now) {
    frontend.advance(now, true);
    querier.advance(now, true);
    ingesters.advance(health.ingestersDown());
    gateways.advance(0);
    double day = Math.max(0, Math.sin(Math.PI * (now.hour() - 6) / 12));
    double perSecond =
        (AT_NIGHT + MORE_BY_DAY * day) * (0.85 + 0.3 * noise.smooth(now.second(), 900));
    for (Asked one : routes) {
      long many = one.many.of(perSecond * one.share * now.step());
      long failed =
          Math.min(
              many,
              Math.round(many * health.failedReads())
                  + noise.times(many * SELDOM_FAILS, now.second()));
      long wrong = Math.min(many - failed, mistakes.times(many * WRONG, now.second()));
      double seconds =
          one.seconds * health.slowReads() * (0.8 + 0.4 * noise.smooth(now.second(), 1200));
      one.byFrontend.advance(seconds, many - failed - wrong, wrong, failed);
      one.byQuerier.advance(0.9 * seconds, many - failed - wrong, wrong, failed);
    }
  }
}
