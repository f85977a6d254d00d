package io.runboards.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.http.Answer;
import io.runboards.http.Credentials;
import io.runboards.http.Http;
import io.runboards.http.Secret;
import io.runboards.http.Server;
import io.runboards.json.JsonValue;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The resource API does what its documentation says. */
class KindResourceTest {
  private static final String DASHBOARDS =
      "/apis/dashboard.grafana.app/v1beta1/namespaces/default/dashboards";
  private static final String FOLDERS =
      "/apis/folder.grafana.app/v1beta1/namespaces/default/folders";

  private StandIn standIn;
  private Http http;

  @BeforeEach
  void start() throws Exception {
    standIn = StandIn.start(Setup.DOCUMENTED);
    http =
        Http.to(
            Server.at(
                standIn.url(), new Credentials.Token(new Secret(standIn.token(1, Role.ADMIN)))));
  }

  @AfterEach
  void stop() {
    http.close();
    standIn.close();
  }

  private static String dashboard(String name, String metadata, String title) {
    return "{\"metadata\": {\"name\": \"%s\"%s}, \"spec\": {\"title\": \"%s\"}}"
        .formatted(name, metadata, title);
  }

  private JsonValue post(String path, String body, int status) throws Exception {
    return read(http.post(path, body, Map.of()), status);
  }

  private JsonValue put(String path, String body, int status) throws Exception {
    return read(http.send("PUT", path, body, Map.of()), status);
  }

  private JsonValue get(String path, int status) throws Exception {
    return read(http.get(path, Map.of()), status);
  }

  private static JsonValue read(Answer answer, int status) throws Exception {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    return JsonValue.parse(answer.body());
  }

  @Test
  void anObjectIsCreatedOnce() throws Exception {
    JsonValue made = post(DASHBOARDS, dashboard("gpu", "", "GPU"), 201);
    assertThat(made.at("metadata").numberAt("generation")).isEqualTo(1);
    JsonValue again = post(DASHBOARDS, dashboard("gpu", "", "GPU"), 409);
    assertThat(again.textAt("reason")).isEqualTo("AlreadyExists");
    assertThat(get(DASHBOARDS + "/none", 404).textAt("reason")).isEqualTo("NotFound");
  }

  @Test
  void onlyWhoeverSawTheLastStateMayReplaceIt() throws Exception {
    JsonValue first = post(DASHBOARDS, dashboard("gpu", "", "GPU"), 201);
    String seen =
        ", \"resourceVersion\": \"%s\"".formatted(first.at("metadata").textAt("resourceVersion"));
    put(DASHBOARDS + "/gpu", dashboard("gpu", seen, "Better"), 200);
    JsonValue late = put(DASHBOARDS + "/gpu", dashboard("gpu", seen, "Best"), 409);
    assertThat(late.textAt("reason")).isEqualTo("Conflict");
  }

  @Test
  void theGenerationMovesOnlyWithTheContent() throws Exception {
    post(DASHBOARDS, dashboard("gpu", "", "GPU"), 201);
    JsonValue same = put(DASHBOARDS + "/gpu", dashboard("gpu", "", "GPU"), 200);
    assertThat(same.at("metadata").numberAt("generation")).isEqualTo(1);
    JsonValue other = put(DASHBOARDS + "/gpu", dashboard("gpu", "", "Better"), 200);
    assertThat(other.at("metadata").numberAt("generation")).isEqualTo(2);
  }

  @Test
  void listsComeInPages() throws Exception {
    for (String name : new String[] {"a", "b", "c"}) {
      post(DASHBOARDS, dashboard(name, "", name), 201);
    }
    JsonValue first = get(DASHBOARDS + "?limit=2", 200);
    assertThat(first.itemsAt("items")).hasSize(2);
    String next = first.at("metadata").textAt("continue");
    JsonValue second = get(DASHBOARDS + "?limit=2&continue=" + next, 200);
    assertThat(second.itemsAt("items").map(it -> it.at("spec").textAt("title")))
        .containsExactly("c");
    assertThat(second.at("metadata").textAt("continue")).isEmpty();
  }

  @Test
  void bothApisShowTheSameThings() throws Exception {
    post(FOLDERS, dashboard("f-1", "", "Folder"), 201);
    String placed = ", \"annotations\": {\"grafana.app/folder\": \"f-1\"}";
    post(DASHBOARDS, dashboard("gpu", placed, "GPU"), 201);
    JsonValue classic = get("/api/dashboards/uid/gpu", 200);
    assertThat(classic.at("meta").textAt("folderTitle")).isEqualTo("Folder");
    assertThat(classic.at("dashboard").textAt("title")).isEqualTo("GPU");
    http.delete(FOLDERS + "/f-1", Map.of());
    get(DASHBOARDS + "/gpu", 404);
  }

  @Test
  void onlyTheOldestVersionKeepsDashboardsAsTheyAre() throws Exception {
    String raw = DASHBOARDS.replace("v1beta1", "v0alpha1");
    post(raw, "{\"metadata\": {\"name\": \"old\"}, \"spec\": {\"schemaVersion\": 36}}", 201);
    assertThat(get(raw + "/old", 200).at("spec").numberAt("schemaVersion")).isEqualTo(36);
    assertThat(get(DASHBOARDS + "/old", 200).at("spec").numberAt("schemaVersion")).isEqualTo(41);
    post(DASHBOARDS, "{\"metadata\": {\"name\": \"new\"}, \"spec\": {\"schemaVersion\": 36}}", 201);
    assertThat(get(raw + "/new", 200).at("spec").numberAt("schemaVersion")).isEqualTo(41);
  }

  @Test
  void theVersionsOfAGroupAreTold() throws Exception {
    assertThat(
            get("/apis/dashboard.grafana.app", 200)
                .itemsAt("versions")
                .map(it -> it.textAt("version")))
        .containsExactly("v1beta1", "v0alpha1");
    get("/apis/playlist.grafana.app", 404);
  }

  @Test
  void onlyWhoeverSawTheLastStateMayDeleteIt() throws Exception {
    post(DASHBOARDS, dashboard("gpu", "", "GPU"), 201);
    String body = "{\"preconditions\": {\"resourceVersion\": \"%s\"}}";
    String late = body.formatted("0");
    assertThat(read(http.send("DELETE", DASHBOARDS + "/gpu", late, Map.of()), 409).textAt("reason"))
        .isEqualTo("Conflict");
    String seen =
        body.formatted(get(DASHBOARDS + "/gpu", 200).at("metadata").textAt("resourceVersion"));
    read(http.send("DELETE", DASHBOARDS + "/gpu", seen, Map.of()), 200);
    get(DASHBOARDS + "/gpu", 404);
  }

  @Test
  void aManagerKeepsItsNameAndGrantsNothing() throws Exception {
    String managed =
        ", \"annotations\": {\"grafana.app/managedBy\": \"kubectl\", \"grafana.app/managerId\": \"%s\"%s}";
    String grant = ", \"grafana.app/grant-permissions\": \"default\"";
    post(DASHBOARDS, dashboard("gpu", managed.formatted("one", grant), "GPU"), 500);
    post(DASHBOARDS, dashboard("gpu", managed.formatted("one", ""), "GPU"), 201);
    put(DASHBOARDS + "/gpu", dashboard("gpu", managed.formatted("two", ""), "GPU"), 403);
    put(DASHBOARDS + "/gpu", dashboard("gpu", "", "GPU"), 200);
  }

  @Test
  void theRootIsSeenByAdministratorsUnlessAccessIsAskedFor() throws Exception {
    String grant = ", \"annotations\": {\"grafana.app/grant-permissions\": \"default\"}";
    post(DASHBOARDS, dashboard("hidden", "", "Hidden"), 201);
    post(DASHBOARDS, dashboard("open", grant, "Open"), 201);
    Server server =
        Server.at(standIn.url(), new Credentials.Token(new Secret(standIn.token(1, Role.EDITOR))));
    try (Http editor = Http.to(server)) {
      assertThat(editor.get(DASHBOARDS + "/hidden", Map.of()).status()).isEqualTo(404);
      assertThat(editor.get(DASHBOARDS + "/open", Map.of()).status()).isEqualTo(200);
    }
  }

  @Test
  void aTokenStaysInItsNamespace() throws Exception {
    standIn.organisation("Team A");
    get(DASHBOARDS.replace("default", "org-2"), 403);
  }
}
