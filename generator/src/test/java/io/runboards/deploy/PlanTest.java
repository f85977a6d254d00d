package io.runboards.deploy;

import static io.runboards.deploy.Things.dashboard;
import static io.runboards.deploy.Things.desired;
import static io.runboards.deploy.Things.folder;
import static io.runboards.deploy.Things.found;
import static io.runboards.deploy.Things.in;
import static io.runboards.deploy.Things.live;
import static io.runboards.deploy.Things.titled;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.deploy.Step.Adopt;
import io.runboards.deploy.Step.Create;
import io.runboards.deploy.Step.Delete;
import io.runboards.deploy.Step.Keep;
import io.runboards.deploy.Step.Move;
import io.runboards.deploy.Step.Refuse;
import io.runboards.deploy.Step.Update;
import io.runboards.json.JsonValue;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Plans, without any server. */
class PlanTest {
  private static final Wanted FOLDER = folder("runboards-a");
  private static final Wanted OTHER_FOLDER = folder("runboards-b");
  private static final Wanted GPU = dashboard("gpu", "runboards-a");

  private static final Wanted CHANGED = Things.with(GPU, GPU.content().with("refresh", "1m"));

  private static Plan plan(Desired desired, Found found) {
    return Plan.between(desired, found, Allowed.USUAL);
  }

  private static List<Step> writes(Plan plan) {
    return plan.writes().toList();
  }

  @Test
  void whatIsNotThereIsCreated() {
    Plan plan = plan(desired(GPU, FOLDER), found());
    assertThat(plan.steps()).containsExactly(new Create(FOLDER), new Create(GPU));
    assertThat(plan.isNothing()).isFalse();
  }

  @Test
  void whatIsAsItShallBeIsKept() {
    Plan plan = plan(desired(FOLDER, GPU), found(live(FOLDER), live(GPU)));
    assertThat(plan.steps()).containsExactly(new Keep(live(FOLDER)), new Keep(live(GPU)));
    assertThat(plan.isNothing()).isTrue();
    assertThat(writes(plan)).isEmpty();
  }

  @Test
  void whatDiffersIsUpdated() {
    Plan plan = plan(desired(FOLDER, CHANGED), found(live(FOLDER), live(GPU)));
    assertThat(writes(plan))
        .containsExactly(
            new Update(CHANGED, live(GPU), List.of(new Difference("", "refresh nothing → “1m”"))));
    assertThat(plan.count(Keep.class)).isEqualTo(1);
  }

  @Test
  void whatOnlyStandsElsewhereIsMoved() {
    Wanted moved = in(GPU, "runboards-b");
    Plan plan =
        plan(
            desired(FOLDER, OTHER_FOLDER, moved),
            found(live(FOLDER), live(OTHER_FOLDER), live(GPU)));
    assertThat(writes(plan)).containsExactly(new Move(moved, live(GPU)));
  }

  @Test
  void whatIsNoLongerWantedIsDeleted() {
    Plan plan = plan(desired(FOLDER), found(live(FOLDER), live(GPU)));
    assertThat(writes(plan)).containsExactly(new Delete(live(GPU)));
  }

  @Test
  void whatIsNoLongerWantedStaysIfNothingIsToBeDeleted() {
    Plan plan =
        Plan.between(
            desired(FOLDER),
            found(live(FOLDER), live(GPU)),
            Allowed.USUAL.keepingWhatIsNoLongerWanted());
    assertThat(plan.isNothing()).isTrue();
  }

  @Test
  void whatIsNotOursIsNotTouched() {
    Live people = live(dashboard("people", "runboards-a"), new Owner.Nobody());
    Live south = live(dashboard("south", "runboards-a"), new Owner.Site("south"));
    Live files = live(dashboard("files", ""), new Owner.Files());
    Plan plan = plan(desired(FOLDER), found(live(FOLDER), people, south, files));
    assertThat(plan.steps()).containsExactly(new Keep(live(FOLDER)));
  }

  @Test
  void whatBelongsToOthersIsRefused() {
    refused(new Owner.Nobody(), "it is there and not ours; --adopt takes it over");
    refused(new Owner.Site("south"), "it belongs to site 'south' of runboards");
    refused(new Owner.Files(), "it belongs to the server's provisioning files");
    refused(new Owner.Other("terraform"), "it belongs to terraform");
  }

  private static void refused(Owner owner, String reason) {
    Plan plan = plan(desired(GPU), found(live(GPU, owner)));
    assertThat(plan.refusals()).containsExactly(new Refuse(GPU.key(), GPU.title(), reason));
    assertThat(writes(plan)).isEmpty();
    assertThat(plan.isNothing()).isFalse();
  }

  @Test
  void whatNobodyOwnsIsTakenOverIfAllowed() {
    Live nobodys = live(GPU, new Owner.Nobody());
    Plan plan = Plan.between(desired(CHANGED), found(nobodys), Allowed.USUAL.adopting());
    assertThat(writes(plan))
        .containsExactly(
            new Adopt(CHANGED, nobodys, List.of(new Difference("", "refresh nothing → “1m”"))));
  }

  @Test
  void whatSomebodyOwnsIsNotTakenOverEvenIfTakingOverIsAllowed() {
    Live files = live(GPU, new Owner.Files());
    Plan plan = Plan.between(desired(GPU), found(files), Allowed.USUAL.adopting());
    assertThat(plan.refusals()).hasSize(1);
  }

  @Test
  void noMoreIsDeletedThanAllowed() {
    Live[] eleven =
        Stream.concat(
                Stream.of(live(FOLDER)),
                IntStream.range(0, 11).mapToObj(i -> live(dashboard("d-" + i, "runboards-a"))))
            .toArray(Live[]::new);
    Plan plan = plan(desired(FOLDER), found(eleven));
    assertThat(plan.count(Delete.class)).isZero();
    assertThat(plan.refusals())
        .hasSize(11)
        .allMatch(it -> it.reason().equals("11 things would go, and --max-deletes is 10"));
    Plan more = Plan.between(desired(FOLDER), found(eleven), Allowed.USUAL.deletingAtMost(11));
    assertThat(more.count(Delete.class)).isEqualTo(11);
    assertThat(more.refusals()).isEmpty();
  }

  @Test
  void nothingIsDeletedForASiteThatWantsNothingUnlessItMeansIt() {
    Plan plan = plan(desired(), found(live(GPU)));
    assertThat(plan.refusals())
        .containsExactly(
            new Refuse(
                GPU.key(),
                GPU.title(),
                "nothing is wanted at all, so that all that is ours would go;"
                    + " --allow-empty if so"));
    Plan meant = Plan.between(desired(), found(live(GPU)), Allowed.USUAL.wantingNothing());
    assertThat(writes(meant)).containsExactly(new Delete(live(GPU)));
  }

  @Test
  void wantingNothingWhereNothingIsOursIsNothing() {
    assertThat(plan(desired(), found(live(GPU, new Owner.Nobody()))).isNothing()).isTrue();
  }

  @Test
  void aFolderGoesWithTheLastThingInIt() {
    Plan plan = plan(desired(OTHER_FOLDER), found(live(FOLDER), live(OTHER_FOLDER), live(GPU)));
    assertThat(writes(plan)).containsExactly(new Delete(live(FOLDER)), new Delete(live(GPU)));
  }

  @Test
  void aFolderInWhichSomethingOfOthersStandsStays() {
    Live people = live(dashboard("people", "runboards-a"), new Owner.Nobody());
    Plan plan =
        plan(desired(OTHER_FOLDER), found(live(FOLDER), live(OTHER_FOLDER), live(GPU), people));
    assertThat(writes(plan)).containsExactly(new Delete(live(GPU)));
  }

  @Test
  void aFolderStaysIfSomethingOfOthersStandsInAFolderInIt() {
    Wanted inner = in(folder("runboards-inner"), "runboards-a");
    Live people = live(dashboard("people", "runboards-inner"), new Owner.Nobody());
    Plan plan =
        plan(desired(OTHER_FOLDER), found(live(FOLDER), live(OTHER_FOLDER), live(inner), people));
    assertThat(writes(plan)).isEmpty();
  }

  @Test
  void foldersInFoldersGoTogether() {
    Wanted inner = in(folder("runboards-inner"), "runboards-a");
    Plan plan = plan(desired(OTHER_FOLDER), found(live(FOLDER), live(OTHER_FOLDER), live(inner)));
    assertThat(writes(plan)).containsExactly(new Delete(live(FOLDER)), new Delete(live(inner)));
  }

  @Test
  void aFolderFromWhichAThingMovesAwayGoes() {
    Wanted moved = in(GPU, "runboards-b");
    Plan plan =
        plan(desired(OTHER_FOLDER, moved), found(live(FOLDER), live(OTHER_FOLDER), live(GPU)));
    assertThat(writes(plan)).containsExactly(new Delete(live(FOLDER)), new Move(moved, live(GPU)));
  }

  @Test
  void aTitleThatIsTakenIsRefused() {
    Live people =
        live(titled(dashboard("people", "runboards-a"), "DASHBOARD GPU"), new Owner.Nobody());
    Plan plan = plan(desired(FOLDER, GPU), found(live(FOLDER), people));
    assertThat(plan.refusals())
        .containsExactly(
            new Refuse(
                GPU.key(),
                GPU.title(),
                "dashboard people has the same title in the same folder; rename one of them"));
  }

  @Test
  void aTitleThatIsTakenIsRefusedAlsoForWhatIsThere() {
    Live people = live(dashboard("people", "runboards-a"), new Owner.Nobody());
    Wanted renamed = titled(GPU, people.title());
    Plan plan = plan(desired(FOLDER, renamed), found(live(FOLDER), live(GPU), people));
    assertThat(plan.refusals()).extracting(Step::key).containsExactly(GPU.key());
    Live elsewhere = live(in(dashboard("people", ""), "runboards-b"), new Owner.Nobody());
    Wanted moved = in(renamed, "runboards-b");
    Plan second =
        plan(
            desired(FOLDER, OTHER_FOLDER, moved),
            found(live(FOLDER), live(OTHER_FOLDER), live(GPU), elsewhere));
    assertThat(second.refusals()).extracting(Step::key).containsExactly(GPU.key());
  }

  @Test
  void twoTitlesThatDifferInTheirLettersSizeMayStayAsTheyAre() {
    Live people =
        live(titled(dashboard("people", "runboards-a"), "DASHBOARD GPU"), new Owner.Nobody());
    assertThat(plan(desired(FOLDER, GPU), found(live(FOLDER), live(GPU), people)).isNothing())
        .isTrue();
  }

  @Test
  void aTitleIsFreeIfItsDashboardGoes() {
    Live old = live(titled(dashboard("old", "runboards-a"), GPU.title()));
    Plan plan = plan(desired(FOLDER, GPU), found(live(FOLDER), old));
    assertThat(writes(plan)).containsExactly(new Create(GPU), new Delete(old));
  }

  @Test
  void aTitleIsNotFreeIfItsDashboardMayNotGo() {
    Live old = live(titled(dashboard("old", "runboards-a"), GPU.title()));
    Plan plan =
        Plan.between(
            desired(FOLDER, GPU),
            found(live(FOLDER), old),
            Allowed.USUAL.keepingWhatIsNoLongerWanted());
    assertThat(plan.refusals()).hasSize(1);
  }

  @Test
  void titlesDoNotMatterToAServerThatDoesNotCare() {
    Live people = live(titled(dashboard("people", "runboards-a"), GPU.title()), new Owner.Nobody());
    Plan plan = plan(desired(FOLDER, GPU), new Found(List.of(live(FOLDER), people), false));
    assertThat(writes(plan)).containsExactly(new Create(GPU));
  }

  @Test
  void theOrderInWhichThingsComeDoesNotMatter() {
    Wanted source = Things.dataSource("mimir", "http://mimir");
    Plan one = plan(desired(FOLDER, source, GPU), found());
    Plan two = plan(desired(GPU, source, FOLDER), found());
    assertThat(one).isEqualTo(two);
    assertThat(one.steps())
        .extracting(step -> step.key().kind())
        .containsExactly(Kind.FOLDER, Kind.DATA_SOURCE, Kind.DASHBOARD);
  }

  @Test
  void theOrderOfFieldsAndTheFormOfNumbersDoNotMatter() throws Exception {
    Wanted one = Things.with(GPU, JsonValue.parse("{\"a\": 1.0, \"b\": [1e2]}").object());
    Wanted two = Things.with(GPU, JsonValue.parse("{\"b\": [100], \"a\": 1}").object());
    assertThat(plan(desired(one), found(live(two))).isNothing()).isTrue();
  }
}
