package io.runboards.deploy;

import static io.runboards.deploy.Things.dashboard;
import static io.runboards.deploy.Things.desired;
import static io.runboards.deploy.Things.folder;
import static io.runboards.deploy.Things.in;
import static io.runboards.deploy.Things.titled;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.deploy.Outcome.End;
import io.runboards.http.Answer;
import io.runboards.http.Http;
import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.standin.Fault;
import io.runboards.standin.Faults;
import io.runboards.standin.Role;
import io.runboards.standin.Setup;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is particular about deploying by the resource API. */
class ResourcesTest {
  private static final String FOLDERS =
      "/apis/folder.grafana.app/v1beta1/namespaces/default/folders";
  private static final String DASHBOARDS =
      "/apis/dashboard.grafana.app/v0alpha1/namespaces/default/dashboards";
  private static final Wanted FOLDER = folder("runboards-a");
  private static final Wanted GPU = dashboard("gpu", "runboards-a");

  private Workshop workshop;
  private Http somebody;

  @BeforeEach
  void start() throws Exception {
    workshop = new Workshop(Setup.DOCUMENTED);
    somebody = workshop.http(Role.ADMIN);
  }

  @AfterEach
  void stop() {
    somebody.close();
    workshop.close();
  }

  private JsonValue send(String method, String path, JsonValue body) throws Exception {
    Answer answer =
        somebody.send(method, path, method.equals("GET") ? null : body.line(), Map.of());
    assertThat(answer.isGood()).as("%s %s: %s", method, path, answer.body()).isTrue();
    return JsonValue.parse(answer.body());
  }

  private Fields notes(String object) throws Exception {
    return send("GET", object, JsonValue.EMPTY).at("metadata").at("annotations").object();
  }

  /** Somebody changes an object by the resource API. */
  private void change(String object, String part, UnaryOperator<Fields> change) throws Exception {
    Fields before = send("GET", object, JsonValue.EMPTY).object();
    send("PUT", object, before.changing(part, it -> change.apply(it.object())));
    workshop.standIn.ledger().clear();
  }

  private void annotate(String object, String name, String text) throws Exception {
    change(
        object,
        "metadata",
        it -> it.with("annotations", it.at("annotations").object().with(name, text)));
  }

  @Test
  void aFleetIsReadInPages() throws Exception {
    Desired fleet = Things.fleet(1000, 20);
    workshop.deployed(fleet);
    assertThat(workshop.plan(fleet).isNothing()).isTrue();
    int dashboards = 10;
    int folders = 1;
    int others = 2;
    assertThat(workshop.standIn.ledger().requests()).isEqualTo(dashboards + folders + others);
  }

  @Test
  void aListThatGrewOldWhileItWasReadIsReadFromItsBeginning() throws Exception {
    Desired fleet = Things.fleet(250, 2);
    workshop.deployed(fleet);
    workshop.standIn.suffer(Faults.onceWhere("continue", new Fault.Expired()));
    assertThat(workshop.plan(fleet).isNothing()).isTrue();
  }

  @Test
  void whatTheClassicApiDeployedIsOursAndIsNotWrittenAgain() throws Exception {
    Fields folder = JsonValue.EMPTY.with("uid", "runboards-a").with("title", FOLDER.title());
    Fields content = GPU.content().with("uid", "gpu").with("title", GPU.title());
    send("POST", "/api/folders", folder);
    send(
        "POST",
        "/api/dashboards/db",
        JsonValue.EMPTY.with("dashboard", content).with("folderUid", "runboards-a"));
    assertThat(workshop.plan(desired(FOLDER, GPU)).isNothing()).isTrue();
    assertThat(workshop.plan(desired(FOLDER)).writes()).hasOnlyElementsOfType(Step.Delete.class);
    assertThat(notes(DASHBOARDS + "/gpu").textAt("grafana.app/managerId")).isEmpty();
    workshop.deployed(desired(FOLDER, titled(GPU, "Better")));
    assertThat(notes(DASHBOARDS + "/gpu").textAt("grafana.app/managerId")).isEqualTo("runboards");
  }

  @Test
  void theManagerIsNamedWithoutAVersionAndPeopleMayStillEdit() throws Exception {
    workshop.deployed(desired(FOLDER, GPU));
    Fields notes = notes(DASHBOARDS + "/gpu");
    assertThat(notes.textAt("grafana.app/managedBy")).isEqualTo("kubectl");
    assertThat(notes.textAt("grafana.app/managerId")).isEqualTo("runboards");
    assertThat(notes.textAt("grafana.app/managerAllowsEdits")).isEqualTo("true");
  }

  @Test
  void theHistoryOfADashboardSaysWhoseChangeItWas() throws Exception {
    workshop.deployed(desired(FOLDER, GPU));
    workshop.deployed(desired(FOLDER, titled(GPU, "Better")));
    JsonValue history = send("GET", "/api/dashboards/uid/gpu/versions", JsonValue.EMPTY);
    assertThat(history.items().findFirst().orElseThrow().textAt("message"))
        .isEqualTo("by runboards");
  }

  @Test
  void everybodySeesWhatIsPutIntoTheRoot() throws Exception {
    workshop.deployed(desired(FOLDER, in(GPU, "")));
    try (Http viewer = workshop.http(Role.VIEWER)) {
      assertThat(viewer.get(DASHBOARDS + "/gpu", Map.of()).status()).isEqualTo(200);
      assertThat(viewer.get(FOLDERS + "/runboards-a", Map.of()).status()).isEqualTo(200);
    }
    assertThat(notes(DASHBOARDS + "/gpu").fields()).doesNotContainKey("grafana.app/managerId");
  }

  @Test
  void whatMovesIntoTheRootHasNoManagerAnyMore() throws Exception {
    workshop.deployed(desired(FOLDER, GPU));
    workshop.deployed(desired(FOLDER, in(GPU, "")));
    assertThat(notes(DASHBOARDS + "/gpu").fields())
        .doesNotContainKeys("grafana.app/managerId", "grafana.app/folder");
  }

  @Test
  void whatAnotherManagerHoldsIsRefusedByItsName() throws Exception {
    Desired wanted = desired(FOLDER, in(GPU, ""), dashboard("two", ""));
    workshop.deployed(wanted);
    annotate(DASHBOARDS + "/gpu", "grafana.app/managedBy", "terraform");
    annotate(DASHBOARDS + "/gpu", "grafana.app/managerId", "platform");
    annotate(DASHBOARDS + "/two", "grafana.app/managedBy", "repo");
    annotate(DASHBOARDS + "/two", "grafana.app/managerId", "boards");
    annotate(FOLDERS + "/runboards-a", "grafana.app/managedBy", "kubectl");
    annotate(FOLDERS + "/runboards-a", "grafana.app/managerId", "gcx");
    assertThat(workshop.plan(wanted).refusals())
        .extracting(Step.Refuse::reason)
        .containsExactly(
            "it belongs to kubectl 'gcx'",
            "it belongs to terraform 'platform'",
            "it belongs to the repository 'boards'");
    assertThat(workshop.plan(desired(dashboard("three", ""))).writes())
        .extracting(step -> step.key().uid())
        .containsExactly("three");
  }

  @Test
  void whatOthersNotedStays() throws Exception {
    workshop.deployed(desired(FOLDER, GPU));
    annotate(DASHBOARDS + "/gpu", "example.com/reviewed", "yes");
    change(FOLDERS + "/runboards-a", "spec", it -> it.with("description", "All GPUs."));
    Desired changed = desired(titled(FOLDER, "GPUs"), titled(GPU, "Better"));
    assertThat(workshop.apply(workshop.plan(changed))).allMatch(it -> it.end() == End.DONE);
    assertThat(workshop.plan(changed).isNothing()).isTrue();
    assertThat(notes(DASHBOARDS + "/gpu").textAt("example.com/reviewed")).isEqualTo("yes");
    assertThat(
            send("GET", FOLDERS + "/runboards-a", JsonValue.EMPTY).at("spec").textAt("description"))
        .isEqualTo("All GPUs.");
  }

  @Test
  void aNoteOfSomebodyElseIsNoChange() throws Exception {
    workshop.deployed(desired(FOLDER, GPU));
    Desired changed = desired(FOLDER, titled(GPU, "Better"));
    Plan plan = workshop.plan(changed);
    annotate(DASHBOARDS + "/gpu", "example.com/reviewed", "yes");
    assertThat(workshop.apply(plan)).extracting(Outcome::end).containsExactly(End.DONE);
  }

  @Test
  void whatSomebodyChangedMeanwhileIsNotDeleted() throws Exception {
    workshop.deployed(desired(FOLDER, GPU));
    Plan plan = workshop.plan(desired(FOLDER));
    workshop.standIn.editInBrowser("gpu", it -> it.with("refresh", "5s"));
    assertThat(workshop.apply(plan).getFirst().message())
        .startsWith("somebody changed it since it was read: admin, 2026-");
    assertThat(workshop.standIn.ledger().writes()).isEmpty();
  }

  @Test
  void whatAnotherManagerTookMeanwhileIsNotOverwritten() throws Exception {
    workshop.deployed(desired(FOLDER, in(GPU, "")));
    Plan plan = workshop.plan(desired(FOLDER, titled(in(GPU, ""), "Better")));
    annotate(DASHBOARDS + "/gpu", "grafana.app/managedBy", "terraform");
    assertThat(workshop.apply(plan)).extracting(Outcome::end).containsExactly(End.FAILED);
    assertThat(workshop.standIn.ledger().writes()).isEmpty();
  }

  /** Somebody changes the dashboard right after it was read for the last time before a write. */
  private void beFasterThan(Plan plan) throws Exception {
    Runnable edit = () -> workshop.standIn.editInBrowser("gpu", it -> it.with("refresh", "5s"));
    workshop.standIn.suffer(
        Faults.onceWhere("GET " + DASHBOARDS.substring(1) + "/gpu", new Fault.Meanwhile(edit)));
    assertThat(workshop.apply(plan).getFirst().message())
        .startsWith("somebody changed it since it was read: admin, 2026-");
    assertThat(workshop.standIn.ledger().writes()).isEmpty();
  }

  @Test
  void whoeverIsFasterInTheLastMomentIsNotOverwritten() throws Exception {
    workshop.deployed(desired(FOLDER, GPU));
    beFasterThan(workshop.plan(desired(FOLDER, titled(GPU, "Better"))));
  }

  @Test
  void whatChangesInTheLastMomentIsNotDeleted() throws Exception {
    workshop.deployed(desired(FOLDER, GPU));
    beFasterThan(workshop.plan(desired(FOLDER)));
  }

  @Test
  void aStackInACloudIsDeployedTo() throws Exception {
    try (Workshop hosted = new Workshop(Setup.HOSTED)) {
      Desired fleet = Things.fleet(5, 2);
      assertThat(hosted.apply(hosted.plan(fleet))).hasSize(7).allMatch(it -> it.end() == End.DONE);
      assertThat(hosted.plan(fleet).isNothing()).isTrue();
    }
  }

  @Test
  void aServerWithOtherVersionsOfDashboardsIsTalkedToByTheClassicApi() throws Exception {
    for (String version : List.of("v1", "v0alpha1")) {
      try (Workshop other = new Workshop(new Setup("14.0.0", false, List.of(version), 0))) {
        assertThat(other.target.server().api()).isEqualTo("classic");
        Desired fleet = Things.fleet(5, 2);
        other.deployed(fleet);
        assertThat(other.plan(fleet).isNothing()).isTrue();
      }
    }
  }
}
