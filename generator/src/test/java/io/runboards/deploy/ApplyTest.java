package io.runboards.deploy;

import static io.runboards.deploy.Things.dashboard;
import static io.runboards.deploy.Things.desired;
import static io.runboards.deploy.Things.folder;
import static io.runboards.deploy.Things.in;
import static io.runboards.deploy.Things.titled;
import static io.runboards.deploy.Things.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runboards.deploy.Outcome.End;
import io.runboards.deploy.Step.Delete;
import io.runboards.deploy.Step.Update;
import io.runboards.deploy.grafana.GrafanaTarget;
import io.runboards.http.Http;
import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.standin.Role;
import io.runboards.standin.Setup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans carried out on stand-ins for Grafana, by either API. */
@ParameterizedClass
@MethodSource("io.runboards.deploy.Workshop#setups")
class ApplyTest {
  private static final Wanted FOLDER = folder("runboards-a");
  private static final Wanted OTHER_FOLDER = folder("runboards-b");
  private static final Wanted GPU = dashboard("gpu", "runboards-a");

  @Parameter private Setup setup;
  private Workshop workshop;

  @BeforeEach
  void start() throws Exception {
    workshop = new Workshop(setup);
  }

  @AfterEach
  void stop() {
    workshop.close();
  }

  private Map<String, Integer> writes() {
    return workshop.standIn.ledger().writes();
  }

  private static Fields edited(Fields dashboard) {
    return dashboard.with("refresh", "5s");
  }

  @Test
  void aFleetIsDeployedKeptRepairedAndThinnedOut() throws Exception {
    Desired fleet = Things.fleet(1000, 20);
    List<Outcome> first = workshop.apply(workshop.plan(fleet));
    assertThat(first).hasSize(1020).allMatch(it -> it.end() == End.DONE);
    assertThat(writes()).hasSize(1020).allSatisfy((thing, times) -> assertThat(times).isOne());

    workshop.standIn.ledger().clear();
    Plan second = workshop.plan(fleet);
    assertThat(second.isNothing()).isTrue();
    assertThat(workshop.apply(second)).isEmpty();
    assertThat(writes()).isEmpty();

    for (String uid : List.of("d-7", "d-70", "d-700")) {
      workshop.standIn.editInBrowser(uid, ApplyTest::edited);
    }
    Plan repair = workshop.plan(fleet);
    assertThat(repair.writes().toList())
        .allMatch(Update.class::isInstance)
        .extracting(step -> step.key().uid())
        .containsExactly("d-7", "d-70", "d-700");
    workshop.apply(repair);
    assertThat(writes())
        .isEqualTo(Map.of("dashboard d-7", 1, "dashboard d-70", 1, "dashboard d-700", 1));
    assertThat(workshop.plan(fleet).isNothing()).isTrue();

    workshop.standIn.ledger().clear();
    Desired thinned = without(fleet, "d-1", "d-22", "d-333", "d-444", "d-999");
    Plan pruning = workshop.plan(thinned);
    assertThat(pruning.writes().toList()).hasSize(5).allMatch(Delete.class::isInstance);
    workshop.apply(pruning);
    assertThat(writes().keySet())
        .containsExactly(
            "dashboard d-1",
            "dashboard d-22",
            "dashboard d-333",
            "dashboard d-444",
            "dashboard d-999");
    assertThat(workshop.plan(thinned).isNothing()).isTrue();
  }

  @Test
  void everyKindOfThingIsDeployedAndThenLeftAlone() throws Exception {
    try (Http http = workshop.http(Role.ADMIN)) {
      GrafanaTarget target = Workshop.open(http);
      Wanted source = Things.dataSource("mimir", "http://mimir.example.com");
      Wanted panel = Things.libraryPanel("gauge", "runboards-a");
      Desired all = desired(FOLDER, source, panel, using(panel));
      apply(target, all);
      assertThat(writes()).hasSize(4).allSatisfy((thing, times) -> assertThat(times).isOne());
      assertThat(plan(target, all).isNothing()).isTrue();
      Wanted changedPanel =
          Things.with(panel, panel.content().with("description", "what it means"));
      Wanted moved = Things.dataSource("mimir", "http://mimir.example.org");
      Desired changed = desired(FOLDER, moved, in(changedPanel, ""), using(panel));
      apply(target, changed);
      assertThat(writes())
          .containsEntry("data source mimir", 2)
          .containsEntry("library panel gauge", 2)
          .containsEntry("dashboard gpu", 1);
      assertThat(plan(target, changed).isNothing()).isTrue();
      apply(target, desired(FOLDER));
      assertThat(plan(target, desired(FOLDER)).isNothing()).isTrue();
    }
  }

  private static Wanted using(Wanted panel) {
    Fields named =
        JsonValue.EMPTY
            .with("id", 1)
            .with("gridPos", JsonValue.EMPTY.with("x", 0).with("y", 0).with("w", 6).with("h", 4))
            .with(
                "libraryPanel",
                JsonValue.EMPTY.with("uid", panel.key().uid()).with("name", panel.title()));
    return Things.with(GPU, GPU.content().with("panels", new JsonValue.Items(List.of(named))));
  }

  private static Plan plan(Target target, Desired desired) throws Trouble {
    return Plan.between(desired, target.read(Set.of()), Allowed.USUAL);
  }

  private static void apply(Target target, Desired desired) throws Trouble {
    Apply apply = new Apply(target, new Crew(2), Workshop.IMPATIENT, () -> false, outcome -> {});
    assertThat(apply.run(plan(target, desired))).allMatch(it -> it.end() == End.DONE);
  }

  @Test
  void aMoveLeavesNothingToDo() throws Exception {
    workshop.deployed(desired(FOLDER, GPU));
    Desired moved = desired(OTHER_FOLDER, in(GPU, "runboards-b"));
    workshop.apply(workshop.plan(moved));
    assertThat(writes())
        .isEqualTo(Map.of("folder runboards-b", 1, "dashboard gpu", 1, "folder runboards-a", 1));
    assertThat(workshop.plan(moved).isNothing()).isTrue();
  }

  @Test
  void aMoveToTheRootLeavesNothingToDo() throws Exception {
    workshop.deployed(desired(FOLDER, GPU));
    Desired moved = desired(FOLDER, in(GPU, ""));
    workshop.apply(workshop.plan(moved));
    assertThat(workshop.plan(moved).isNothing()).isTrue();
  }

  @Test
  void foldersInFoldersComeAndGo() throws Exception {
    Wanted inner = in(folder("runboards-inner"), "runboards-a");
    Wanted innermost = in(folder("runboards-0"), "runboards-inner");
    Desired nested = desired(FOLDER, OTHER_FOLDER, inner, innermost);
    assertThat(workshop.apply(workshop.plan(nested))).allMatch(it -> it.end() == End.DONE);
    assertThat(workshop.plan(nested).isNothing()).isTrue();
    Desired flat = desired(OTHER_FOLDER);
    assertThat(workshop.apply(workshop.plan(flat))).hasSize(3).allMatch(it -> it.end() == End.DONE);
    assertThat(workshop.plan(flat).isNothing()).isTrue();
  }

  @Test
  void aDashboardCanTakeTheTitleOfOneThatGoes() throws Exception {
    workshop.deployed(desired(FOLDER, GPU, titled(dashboard("old", "runboards-a"), "Title")));
    Desired renamed = desired(FOLDER, titled(GPU, "Title"));
    assertThat(workshop.apply(workshop.plan(renamed))).allMatch(it -> it.end() == End.DONE);
    assertThat(workshop.plan(renamed).isNothing()).isTrue();
  }

  @Test
  void aPlanWithRefusalsIsNotCarriedOut() throws Exception {
    workshop.standIn.provisionDashboard(
        "files", "Files", JsonValue.EMPTY.with("uid", "gpu").with("title", "Provisioned"));
    Plan plan = workshop.plan(desired(FOLDER, GPU));
    assertThat(plan.refusals())
        .extracting(Step.Refuse::reason)
        .containsExactly("it belongs to the server's provisioning files");
    assertThatThrownBy(() -> workshop.apply(plan))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a plan with refusals must not be carried out");
    assertThat(writes()).isEmpty();
  }

  @Test
  void whatSomebodyChangedMeanwhileIsNotOverwritten() throws Exception {
    workshop.deployed(desired(FOLDER, GPU));
    Desired changed = desired(FOLDER, titled(GPU, "Better"));
    Plan plan = workshop.plan(changed);
    workshop.standIn.editInBrowser("gpu", ApplyTest::edited);
    List<Outcome> outcomes = workshop.apply(plan);
    assertThat(outcomes).extracting(Outcome::end).containsExactly(End.FAILED);
    assertThat(outcomes.getFirst().message())
        .startsWith("somebody changed it since it was read: admin, 2026-");
    assertThat(writes()).isEmpty();
  }

  @Test
  void whatSomebodyMadeMeanwhileIsNotOverwritten() throws Exception {
    workshop.deployed(desired(FOLDER));
    Plan plan = workshop.plan(desired(FOLDER, GPU));
    workshop.deployed(desired(FOLDER, titled(GPU, "Another")));
    assertThat(workshop.apply(plan).getFirst().message())
        .startsWith("somebody changed it since it was read: sa-service-2, 2026-");
    assertThat(writes()).isEmpty();
  }

  @Test
  void aTitleThatSomebodyTookMeanwhileIsSaidToBeTakenWhereTitlesMatter() throws Exception {
    workshop.deployed(desired(FOLDER));
    Plan plan = workshop.plan(desired(FOLDER, GPU));
    workshop.deployed(desired(FOLDER, titled(dashboard("other", "runboards-a"), GPU.title())));
    if (!setup.uniqueTitles()) {
      assertThat(workshop.apply(plan)).extracting(Outcome::end).containsExactly(End.DONE);
      return;
    }
    assertThat(workshop.apply(plan).getFirst().message())
        .isEqualTo("dashboard gpu: A dashboard with the same name in the folder already exists");
  }

  @Test
  void aFolderIntoWhichSomebodyPutSomethingMeanwhileStays() throws Exception {
    workshop.deployed(desired(FOLDER, OTHER_FOLDER));
    Plan plan = workshop.plan(desired(OTHER_FOLDER));
    workshop.deployed(desired(FOLDER, OTHER_FOLDER, GPU));
    assertThat(workshop.apply(plan))
        .extracting(Outcome::message)
        .containsExactly(
            "folder runboards-a: “Dashboard gpu” was put into it since it was read; it stays");
    assertThat(workshop.plan(desired(FOLDER, OTHER_FOLDER, GPU)).isNothing()).isTrue();
  }

  @Test
  void whatMayNotBeWrittenIsSaid() throws Exception {
    try (Http http = workshop.http(Role.VIEWER)) {
      Target viewer = Workshop.open(http);
      Plan plan = Plan.between(desired(FOLDER, GPU), viewer.read(Set.of()), Allowed.USUAL);
      List<Outcome> outcomes =
          new Apply(viewer, new Crew(2), Workshop.IMPATIENT, () -> false, it -> {}).run(plan);
      assertThat(outcomes)
          .extracting(Outcome::message)
          .satisfiesExactly(
              message ->
                  assertThat(message)
                      .startsWith("folder runboards-a: ")
                      .containsPattern("folders:create|cannot create resource \"folders\""),
              message -> assertThat(message).isEqualTo("its folder is not there"));
    }
  }

  @Test
  void nothingIsDeletedAfterAFailure() throws Exception {
    workshop.deployed(desired(FOLDER, GPU, dashboard("old", "runboards-a")));
    Plan plan = workshop.plan(desired(FOLDER, titled(GPU, "Better")));
    workshop.standIn.editInBrowser("gpu", ApplyTest::edited);
    assertThat(workshop.apply(plan))
        .extracting(Outcome::message)
        .last()
        .isEqualTo("nothing is deleted after a failure");
    assertThat(writes()).isEmpty();
  }

  @Test
  void aRunThatIsStoppedIsFinishedByTheNext() throws Exception {
    Desired fleet = Things.fleet(60, 3);
    AtomicInteger begun = new AtomicInteger();
    List<Outcome> outcomes =
        workshop.apply(workshop.plan(fleet), () -> begun.incrementAndGet() > 20);
    assertThat(outcomes).filteredOn(it -> it.end() == End.DONE).hasSize(20);
    assertThat(outcomes)
        .filteredOn(it -> it.end() != End.DONE)
        .hasSize(43)
        .allMatch(it -> it.message().equals("stopped before"));
    Plan rest = workshop.plan(fleet);
    assertThat(rest.writes()).hasSize(43);
    workshop.apply(rest);
    assertThat(workshop.plan(fleet).isNothing()).isTrue();
    assertThat(writes()).hasSize(63).allSatisfy((thing, times) -> assertThat(times).isOne());
  }

  @Test
  void everyEndIsToldOneAtATime() throws Exception {
    List<Outcome> told = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger inside = new AtomicInteger();
    List<Outcome> outcomes =
        new Apply(
                workshop.target,
                new Crew(4),
                Workshop.IMPATIENT,
                () -> false,
                outcome -> {
                  assertThat(inside.incrementAndGet()).isOne();
                  told.add(outcome);
                  inside.decrementAndGet();
                })
            .run(workshop.plan(Things.fleet(30, 2)));
    assertThat(told).containsExactlyInAnyOrderElementsOf(outcomes).hasSize(32);
  }
}
