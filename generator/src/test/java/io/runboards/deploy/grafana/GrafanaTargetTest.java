package io.runboards.deploy.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runboards.deploy.Insistence;
import io.runboards.deploy.Things;
import io.runboards.deploy.Trouble;
import io.runboards.http.Credentials;
import io.runboards.http.Http;
import io.runboards.http.Secret;
import io.runboards.http.Server;
import io.runboards.standin.Fault;
import io.runboards.standin.Faults;
import io.runboards.standin.Role;
import io.runboards.standin.Setup;
import io.runboards.standin.StandIn;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Before the first write it is certain which server and which organisation this is. */
class GrafanaTargetTest {
  private static final Insistence ONCE = new Insistence(1, Duration.ZERO, Duration.ZERO);

  private StandIn standIn;
  private long team;

  @BeforeEach
  void start() throws Exception {
    standIn = StandIn.start(Setup.OBSERVED);
    team = standIn.organisation("Team A");
  }

  @AfterEach
  void stop() {
    standIn.close();
  }

  private static Acquaintance opened(URI url, Credentials credentials, String organisation)
      throws Trouble {
    try (Http http = Http.to(Server.at(url, credentials))) {
      return GrafanaTarget.open(http, organisation, Things.SITE, "", Secrets.NONE, ONCE).server();
    }
  }

  private Credentials token(long organisation) {
    return new Credentials.Token(new Secret(standIn.token(organisation, Role.VIEWER)));
  }

  private static Credentials administrator(String password) {
    return new Credentials.Basic("admin", new Secret(password));
  }

  private void refused(Credentials credentials, String organisation, String message) {
    assertThatThrownBy(() -> opened(standIn.url(), credentials, organisation))
        .isInstanceOf(Trouble.class)
        .hasMessage(message);
  }

  @Test
  void aTokenOfTheRightOrganisationIsTaken() throws Exception {
    assertThat(opened(standIn.url(), token(team), "Team A"))
        .isEqualTo(new Acquaintance("9.4.0", "Team A", team, Optional.empty()));
  }

  @Test
  void aTokenOfTheWrongOrganisationIsRefused() {
    refused(token(1), "Team A", "the token belongs to organisation 'Main Org.', not to 'Team A'");
  }

  @Test
  void whoeverAdministratesTheServerWorksInEveryOrganisation() throws Exception {
    assertThat(opened(standIn.url(), administrator("admin"), "Team A").number()).isEqualTo(team);
  }

  @Test
  void anOrganisationThatIsNotThereIsSaidToBeMissing() {
    refused(
        administrator("admin"),
        "Team B",
        "there is no organisation 'Team B'; --create-organisations adds it");
  }

  @Test
  void wrongCredentialsAreSaidToBeWrong() {
    refused(
        administrator("guess"),
        "Team A",
        "organisation Team A: invalid username or password; are the credentials right?");
    refused(
        new Credentials.Token(new Secret("glsa_wrong")),
        "Team A",
        "organisation: invalid API key; are the credentials right?");
    refused(
        new Credentials.None(), "Team A", "organisation: Unauthorized; are the credentials right?");
  }

  private static ResourceApi resources(Setup setup, String organisation) throws Exception {
    try (StandIn newer = StandIn.start(setup)) {
      newer.organisation("Team A");
      Acquaintance known = opened(newer.url(), administrator("admin"), organisation);
      assertThat(known.api()).isEqualTo("resource");
      return known.resources().orElseThrow();
    }
  }

  @Test
  void theResourceApiIsFoundInTheVersionThatKeepsWhatIsWritten() throws Exception {
    assertThat(resources(Setup.DOCUMENTED, "Main Org."))
        .isEqualTo(
            new ResourceApi(
                "/apis/folder.grafana.app/v1beta1/namespaces/default/folders",
                "/apis/dashboard.grafana.app/v0alpha1/namespaces/default/dashboards"));
  }

  @Test
  void whoeverHidesTheResourceApiIsTalkedToByTheClassicOne() throws Exception {
    try (StandIn newer = StandIn.start(Setup.DOCUMENTED)) {
      newer.suffer(Faults.onceWhere("apis/folder.grafana.app", new Fault.NotJson()));
      assertThat(opened(newer.url(), administrator("admin"), "Main Org.").api())
          .isEqualTo("classic");
    }
  }

  @Test
  void eachOrganisationHasANamespace() throws Exception {
    assertThat(resources(Setup.DOCUMENTED, "Team A").folders()).contains("/namespaces/org-2/");
    assertThat(resources(Setup.HOSTED, "Main Org.").folders()).contains("/namespaces/stacks-4711/");
  }

  @Test
  void titlesAreUniqueBefore11_3() {
    assertThat(new Acquaintance("9.4.0", "", 1, Optional.empty()).hasUniqueTitles()).isTrue();
    assertThat(new Acquaintance("11.2.9+security-01", "", 1, Optional.empty()).hasUniqueTitles())
        .isTrue();
    assertThat(new Acquaintance("11.3.0", "", 1, Optional.empty()).hasUniqueTitles()).isFalse();
    assertThat(new Acquaintance("12.0.0-pre", "", 1, Optional.empty()).hasUniqueTitles()).isFalse();
    assertThat(new Acquaintance("", "", 1, Optional.empty()).hasUniqueTitles()).isTrue();
  }
}
