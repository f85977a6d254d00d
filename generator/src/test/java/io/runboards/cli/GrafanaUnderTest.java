package io.runboards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.http.Answer;
import io.runboards.http.Credentials;
import io.runboards.http.Http;
import io.runboards.http.Secret;
import io.runboards.http.Server;
import io.runboards.http.Unanswered;
import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.standin.Setup;
import io.runboards.standin.StandIn;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A Grafana that commands deploy to: the stand-in, or a live one of which only the address and an
 * administrator are known.
 *
 * <p>Tests work in organisations of their own, which are deleted at the end.
 */
final class GrafanaUnderTest implements AutoCloseable {
  private final URI url;
  private final String user;
  private final String password;
  private final Http http;
  private final Optional<StandIn> standIn;
  private final List<Long> organisations = new ArrayList<>();

  private GrafanaUnderTest(URI url, String user, String password, Optional<StandIn> standIn) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.standIn = standIn;
    this.http = Http.to(Server.at(url, new Credentials.Basic(user, new Secret(password))));
  }

  static GrafanaUnderTest standIn(Setup setup) throws IOException {
    StandIn standIn = StandIn.start(setup);
    return new GrafanaUnderTest(standIn.url(), "admin", "admin", Optional.of(standIn));
  }

  /** The one that {@code GRAFANA_URL}, {@code GRAFANA_USER} and {@code GRAFANA_PASSWORD} name. */
  static GrafanaUnderTest live() {
    return new GrafanaUnderTest(
        URI.create(System.getenv("GRAFANA_URL")),
        System.getenv("GRAFANA_USER"),
        System.getenv("GRAFANA_PASSWORD"),
        Optional.empty());
  }

  URI url() {
    return url;
  }

  /** By which API its folders and dashboards are deployed. */
  String api() throws Unanswered {
    boolean resources = http.get("/apis/dashboard.grafana.app", Map.of()).isGood();
    return resources ? "resource" : "classic";
  }

  String user() {
    return user;
  }

  String password() {
    return password;
  }

  /** A new organisation; its name begins with these words. */
  String organisation(String words) throws Exception {
    String name = words + " " + UUID.randomUUID().toString().substring(0, 8);
    organisations.add(
        send("POST", "/api/orgs", JsonValue.EMPTY.with("name", name), 0).numberAt("orgId"));
    return name;
  }

  /** A token of an organisation. */
  String token(String organisation, String role) throws Exception {
    String name = "tests-" + UUID.randomUUID();
    Fields account = JsonValue.EMPTY.with("name", name).with("role", role);
    long id = post(organisation, "/api/serviceaccounts", account).numberAt("id");
    return post(
            organisation,
            "/api/serviceaccounts/%d/tokens".formatted(id),
            JsonValue.EMPTY.with("name", name))
        .textAt("key");
  }

  /** Somebody changes a dashboard in the browser. */
  void edit(String organisation, String uid, UnaryOperator<Fields> change) throws Exception {
    JsonValue found = get(organisation, "/api/dashboards/uid/" + uid);
    Fields body =
        JsonValue.EMPTY
            .with("dashboard", change.apply(found.at("dashboard").object()))
            .with("folderUid", found.at("meta").textAt("folderUid"))
            .with("overwrite", true);
    post(organisation, "/api/dashboards/db", body);
  }

  /** The number of a dashboard's version. */
  long version(String organisation, String uid) throws Exception {
    return get(organisation, "/api/dashboards/uid/" + uid).at("dashboard").numberAt("version");
  }

  /** The uids of all dashboards and folders. */
  List<String> uids(String organisation) throws Exception {
    return get(organisation, "/api/search").items().map(it -> it.textAt("uid")).sorted().toList();
  }

  JsonValue get(String organisation, String path) throws Exception {
    return send("GET", path, null, number(organisation));
  }

  JsonValue post(String organisation, String path, JsonValue body) throws Exception {
    return send("POST", path, body, number(organisation));
  }

  JsonValue delete(String organisation, String path) throws Exception {
    return send("DELETE", path, null, number(organisation));
  }

  /** An organisation that a command added goes, too. */
  void adopt(String organisation) throws Exception {
    organisations.add(number(organisation));
  }

  private long number(String organisation) throws Exception {
    return send("GET", "/api/orgs/name/" + organisation.replace(" ", "%20"), null, 0)
        .numberAt("id");
  }

  private JsonValue send(String method, String path, JsonValue body, long organisation)
      throws Exception {
    Answer answer =
        http.send(
            method,
            path,
            body == null ? null : body.line(),
            organisation == 0 ? Map.of() : Map.of("X-Grafana-Org-Id", Long.toString(organisation)));
    assertThat(answer.isGood()).as("%s %s: %s", method, path, answer.body()).isTrue();
    return JsonValue.parse(answer.body());
  }

  @Override
  public void close() {
    if (standIn.isEmpty()) {
      organisations.forEach(this::remove);
    }
    http.close();
    standIn.ifPresent(StandIn::close);
  }

  private void remove(long organisation) {
    try {
      http.delete("/api/orgs/" + organisation, Map.of());
    } catch (Unanswered e) {
      throw new AssertionError(e);
    }
  }
}
