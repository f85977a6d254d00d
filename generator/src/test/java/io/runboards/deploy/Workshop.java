package io.runboards.deploy;

import io.runboards.deploy.grafana.GrafanaTarget;
import io.runboards.deploy.grafana.Secrets;
import io.runboards.http.Credentials;
import io.runboards.http.Http;
import io.runboards.http.Secret;
import io.runboards.http.Server;
import io.runboards.http.Server.Patience;
import io.runboards.standin.Role;
import io.runboards.standin.Setup;
import io.runboards.standin.StandIn;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A stand-in for Grafana and somebody who deploys to it. */
final class Workshop implements AutoCloseable {
  static final Insistence IMPATIENT =
      new Insistence(20, Duration.ofMillis(1), Duration.ofMillis(2));

  final StandIn standIn;
  private final Http http;
  final GrafanaTarget target;

  /** A server with the classic API only, and one that has the resource API, too. */
  static Stream<Setup> setups() {
    return Stream.of(Setup.OBSERVED, Setup.DOCUMENTED);
  }

  Workshop(Setup setup) throws IOException, Trouble {
    standIn = StandIn.start(setup);
    http = http(Role.EDITOR);
    target = open(http);
  }

  /** Somebody with a token of the first organisation. */
  Http http(Role role) {
    return http(role, Patience.USUAL.whole());
  }

  Http http(Role role, Duration patience) {
    return Http.to(
        Server.at(standIn.url(), new Credentials.Token(new Secret(standIn.token(1, role))))
            .waiting(new Patience(patience, patience))
            .readingAtMost(8 << 20));
  }

  static GrafanaTarget open(Http http) throws Trouble {
    return GrafanaTarget.open(
        http, "Main Org.", Things.SITE, "by runboards", Secrets.NONE, IMPATIENT);
  }

  Plan plan(Desired desired) throws Trouble {
    return plan(desired, Allowed.USUAL);
  }

  Plan plan(Desired desired, Allowed allowed) throws Trouble {
    return Plan.between(
        desired,
        target.read(desired.things().stream().map(Wanted::key).collect(Collectors.toSet())),
        allowed);
  }

  List<Outcome> apply(Plan plan) throws Trouble {
    return apply(plan, () -> false);
  }

  List<Outcome> apply(Plan plan, BooleanSupplier stopped) throws Trouble {
    return new Apply(target, new Crew(4), IMPATIENT, stopped, outcome -> {}).run(plan);
  }

  /** Deploys without trouble; nobody counts it. */
  void deployed(Desired desired) throws Trouble {
    apply(plan(desired));
    standIn.ledger().clear();
  }

  @Override
  public void close() {
    http.close();
    standIn.close();
  }
}
