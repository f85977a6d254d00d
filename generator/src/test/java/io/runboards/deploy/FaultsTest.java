package io.runboards.deploy;

import static io.runboards.deploy.Things.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runboards.deploy.Outcome.End;
import io.runboards.http.Http;
import io.runboards.standin.Fault;
import io.runboards.standin.Faults;
import io.runboards.standin.Role;
import io.runboards.standin.Setup;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong on the way: in the end all is as wanted, and nothing was written twice. */
@ParameterizedClass
@MethodSource("io.runboards.deploy.Workshop#setups")
class FaultsTest {
  private static final String FOLDERS =
      "/apis/folder.grafana.app/v1beta1/namespaces/default/folders";
  private static final List<Fault> PASSING =
      List.of(
          new Fault.Slow(Duration.ofMillis(2)),
          new Fault.Busy(1),
          new Fault.Locked(),
          new Fault.BadGateway(),
          new Fault.CutBefore(),
          new Fault.CutAfter());
  private static final List<Fault> UNREADABLE =
      List.of(
          new Fault.CutAfter(),
          new Fault.Huge(9 << 20),
          new Fault.NotJson(),
          new Fault.Deep(100_000),
          new Fault.Redirect(URI.create("http://login.invalid/")));

  @Parameter private Setup setup;

  private static final Desired BEFORE = Things.fleet(24, 3);

  /** Some things are new, some changed, some moved, and some gone. */
  private static Desired after() {
    Stream<Wanted> more =
        Stream.of(
            Things.folder("runboards-new"),
            Things.dashboard("new-1", "runboards-new"),
            Things.dashboard("new-2", "runboards-0"),
            Things.in(Things.dashboard("d-5", ""), "runboards-new"),
            Things.titled(Things.dashboard("d-6", "runboards-0"), "Another title"));
    List<Wanted> kept = without(BEFORE, "d-1", "d-2", "d-5", "d-6").things();
    return new Desired(Things.SITE, Stream.concat(kept.stream(), more).toList());
  }

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, 50);
  }

  private static LongStream manySeeds() {
    return LongStream.rangeClosed(51, 1050);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatPassesIsWaitedFor(long seed) throws Exception {
    deployThroughWhatPasses(seed);
  }

  @ParameterizedTest
  @MethodSource("manySeeds")
  @Tag("long")
  void whatPassesIsWaitedForOften(long seed) throws Exception {
    deployThroughWhatPasses(seed);
  }

  private void deployThroughWhatPasses(long seed) throws Exception {
    try (Workshop workshop = new Workshop(setup)) {
      workshop.deployed(BEFORE);
      workshop.standIn.editInBrowser("d-3", dashboard -> dashboard.with("refresh", "5s"));
      workshop.standIn.suffer(Faults.random(seed, 0.3, PASSING));
      List<Outcome> outcomes = workshop.apply(workshop.plan(after()));
      assertThat(outcomes).allSatisfy(it -> assertThat(it.end()).isEqualTo(End.DONE));
      isAsWantedAndWrittenOnce(workshop);
    }
  }

  private static void isAsWantedAndWrittenOnce(Workshop workshop) throws Exception {
    workshop.standIn.suffer(Faults.none());
    assertThat(workshop.plan(after()).isNothing()).isTrue();
    assertThat(workshop.standIn.ledger().writes())
        .isEqualTo(
            Map.of(
                "folder runboards-new", 1,
                "dashboard new-1", 1,
                "dashboard new-2", 1,
                "dashboard d-1", 1,
                "dashboard d-2", 1,
                "dashboard d-3", 1,
                "dashboard d-5", 1,
                "dashboard d-6", 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatDoesNotPassEndsTheRunAndTheNextOneGoesOn(long seed) throws Exception {
    try (Workshop workshop = new Workshop(setup)) {
      workshop.deployed(BEFORE);
      workshop.standIn.editInBrowser("d-3", dashboard -> dashboard.with("refresh", "5s"));
      workshop.standIn.suffer(Faults.random(seed, 0.04, UNREADABLE));
      int runs = 0;
      while (!isDone(workshop)) {
        assertThat(++runs).isLessThan(50);
      }
      isAsWantedAndWrittenOnce(workshop);
    }
  }

  private static boolean isDone(Workshop workshop) {
    try {
      Plan plan = workshop.plan(after());
      workshop.apply(plan);
      return plan.isNothing();
    } catch (Trouble trouble) {
      assertThat(trouble.kind()).isEqualTo(Trouble.Kind.FINAL);
      return false;
    }
  }

  @Test
  void answersThatGetLostAreNoFailures() throws Exception {
    try (Workshop workshop = new Workshop(setup)) {
      workshop.standIn.suffer(Faults.once(new Fault.CutAfter()));
      Desired fleet = Things.fleet(10, 2);
      List<Outcome> outcomes = workshop.apply(workshop.plan(fleet));
      assertThat(outcomes).hasSize(12).allMatch(it -> it.end() == End.DONE);
      assertThat(workshop.standIn.ledger().writes())
          .hasSize(12)
          .allSatisfy((thing, times) -> assertThat(times).isOne());
    }
  }

  @Test
  void answersThatTrickleTooSlowlyAreReadAgain() throws Exception {
    try (Workshop workshop = new Workshop(setup)) {
      workshop.standIn.suffer(Faults.once(new Fault.Trickle(Duration.ofMillis(50))));
      try (Http http = workshop.http(Role.EDITOR, Duration.ofMillis(500))) {
        Target target = Workshop.open(http);
        Desired fleet = Things.fleet(2, 1);
        Plan plan = Plan.between(fleet, target.read(Set.of()), Allowed.USUAL);
        Apply apply =
            new Apply(target, new Crew(4), Workshop.IMPATIENT, () -> false, outcome -> {});
        assertThat(apply.run(plan)).hasSize(3).allMatch(it -> it.end() == End.DONE);
      }
      assertThat(workshop.standIn.ledger().writes())
          .hasSize(3)
          .allSatisfy((thing, times) -> assertThat(times).isOne());
    }
  }

  @Test
  void aServerThatIsDownForGoodIsSaidToBe() throws Exception {
    try (Workshop workshop = new Workshop(setup)) {
      Plan plan = workshop.plan(Things.fleet(1, 1));
      workshop.standIn.suffer(Faults.always(new Fault.Locked()));
      assertThat(workshop.apply(plan))
          .extracting(Outcome::message)
          .containsExactly(
              "GET " + folder("runboards-0") + ": database is locked", "its folder is not there");
      assertThatThrownBy(() -> workshop.plan(Things.fleet(1, 1)))
          .isInstanceOf(Trouble.class)
          .hasMessage("GET " + folders() + ": database is locked");
    }
  }

  /** Where folders are listed. */
  private String folders() {
    return setup.resources() ? FOLDERS : "/api/search";
  }

  private String folder(String uid) {
    return (setup.resources() ? FOLDERS : "/api/folders") + "/" + uid;
  }

  @Test
  void whatCannotBeReadIsSaid() throws Exception {
    said(new Fault.BadGateway(), ": status 502");
    said(
        new Fault.NotJson(), ": status 200 with no JSON; is this really the address of a Grafana?");
    said(
        new Fault.Deep(100_000),
        ": status 200 with no JSON; is this really the address of a Grafana?");
    said(
        new Fault.Redirect(URI.create("http://login.invalid/?ticket=1")),
        ": the server sends us on to http://login.invalid/; is that its right address?");
  }

  private void said(Fault fault, String message) throws Exception {
    try (Workshop workshop = new Workshop(setup)) {
      workshop.standIn.suffer(Faults.always(fault));
      assertThatThrownBy(() -> workshop.plan(Things.fleet(1, 1)))
          .isInstanceOf(Trouble.class)
          .hasMessageStartingWith("GET " + folders())
          .hasMessageEndingWith(message);
    }
  }
}
