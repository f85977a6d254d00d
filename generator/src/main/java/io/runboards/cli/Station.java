package io.runboards.cli;

import io.runboards.deploy.Allowed;
import io.runboards.deploy.Desired;
import io.runboards.deploy.Found;
import io.runboards.deploy.Insistence;
import io.runboards.deploy.Key;
import io.runboards.deploy.Plan;
import io.runboards.deploy.Trouble;
import io.runboards.deploy.Wanted;
import io.runboards.deploy.grafana.GrafanaTarget;
import io.runboards.deploy.grafana.Organisations;
import io.runboards.deploy.grafana.Secrets;
import io.runboards.http.Http;
import io.runboards.http.Server;
import io.runboards.site.Setup.Organisation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An organisation that a site is deployed to, and the way there. */
final class Station implements AutoCloseable {
  static final Insistence INSISTENCE = Insistence.USUAL;

  private final Organisation organisation;
  private final String site;
  private final Secrets secrets;
  private final Http http;
  private GrafanaTarget target;

  private Station(Organisation organisation, String site, Secrets secrets, Http http) {
    this.organisation = organisation;
    this.site = site;
    this.secrets = secrets;
    this.http = http;
  }

  /**
   * Makes sure that the organisation is there, or may be added.
   *
   * @param adding whether it may
   */
  static Station at(
      Server server, Organisation organisation, String site, Secrets secrets, boolean adding)
      throws Trouble {
    Http http = Http.to(server);
    try {
      boolean missing =
          adding && Organisations.misses(http, organisation.name(), INSISTENCE.atFirst());
      Station station = new Station(organisation, site, secrets, http);
      if (!missing) {
        station.open();
      }
      return station;
    } catch (Trouble | RuntimeException e) {
      http.close();
      throw e;
    }
  }

  private void open() throws Trouble {
    target =
        GrafanaTarget.open(
            http, organisation.name(), site, "runboards, site " + site, secrets, INSISTENCE);
  }

  Organisation organisation() {
    return organisation;
  }

  /** The version of the server; empty before the organisation is there. */
  String version() {
    return target == null ? "" : target.server().version();
  }

  /** By which API it is talked to; empty before the organisation is there. */
  String api() {
    return target == null ? "" : target.server().api();
  }

  /** All that is there. */
  Found found(Set<Key> wanted) throws Trouble {
    return target == null ? new Found(List.of(), true) : target.read(wanted);
  }

  Plan plan(Desired desired, Allowed allowed) throws Trouble {
    Set<Key> keys =
        desired.things().stream().map(Wanted::key).collect(Collectors.toUnmodifiableSet());
    return Plan.between(desired, found(keys), allowed);
  }

  /** What is written to; an organisation that is missing is added first. */
  GrafanaTarget target() throws Trouble {
    if (target == null) {
      Organisations.add(http, organisation.name(), INSISTENCE);
      open();
    }
    return target;
  }

  @Override
  public void close() {
    http.close();
  }
}
