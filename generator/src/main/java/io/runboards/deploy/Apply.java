package io.runboards.deploy;

import io.runboards.deploy.Outcome.End;
import io.runboards.deploy.Step.Delete;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Carries out plans.
 *
 * <p>Things that others need come first, deletions last, and only after everything else succeeded.
 * When an answer is lost or the server is busy, the thing is read again before anything is sent
 * once more; so nothing is written twice, and a success whose answer got lost is a success.
 *
 * @param target the server
 * @param writers how many things are written at the same time
 * @param insistence how often and when to try again
 * @param stopped whether somebody wants to stop: what has begun is ended, nothing more is begun
 * @param listener is told of each end, one at a time
 */
public record Apply(
    Target target,
    Crew writers,
    Insistence insistence,
    BooleanSupplier stopped,
    Consumer<Outcome> listener) {

  /** The outcome of every step that writes, in the order in which they were tried. */
  public List<Outcome> run(Plan plan) throws Trouble {
    if (!plan.refusals().isEmpty()) {
      throw new IllegalArgumentException("a plan with refusals must not be carried out");
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (List<Step> phase : phases(plan)) {
      outcomes.addAll(run(phase, outcomes));
    }
    return List.copyOf(outcomes);
  }

  private List<Outcome> run(List<Step> phase, List<Outcome> before) throws Trouble {
    Set<String> lostFolders = new HashSet<>();
    for (Outcome outcome : before) {
      if (outcome.end() != End.DONE && outcome.step().key().kind() == Kind.FOLDER) {
        lostFolders.add(outcome.step().key().uid());
      }
    }
    boolean failed = before.stream().anyMatch(outcome -> outcome.end() != End.DONE);
    return writers.all(phase, step -> told(run(step, lostFolders, failed)));
  }

  private Outcome told(Outcome outcome) {
    synchronized (listener) {
      listener.accept(outcome);
    }
    return outcome;
  }

  private Outcome run(Step step, Set<String> lostFolders, boolean failed) {
    if (stopped.getAsBoolean()) {
      return Outcome.notTried(step, "stopped before");
    }
    if (step instanceof Delete && failed) {
      return Outcome.notTried(step, "nothing is deleted after a failure");
    }
    Optional<Wanted> wanted = step.made();
    if (wanted.filter(thing -> lostFolders.contains(thing.folder())).isPresent()) {
      return Outcome.notTried(step, "its folder is not there");
    }
    return write(step);
  }

  private Outcome write(Step step) {
    for (int failures = 1; ; failures++) {
      try {
        target.write(step);
        return Outcome.done(step);
      } catch (Trouble trouble) {
        try {
          boolean again =
              trouble.kind() == Trouble.Kind.PASSING && failures < insistence.attempts();
          if (again) {
            insistence.pause(failures, trouble);
          }
          Optional<Live> live = insistence.read(() -> target.read(step.key()));
          if (isSo(step, live)) {
            return Outcome.done(step);
          }
          if (trouble.kind() == Trouble.Kind.CHANGED || isOthers(step, live)) {
            return Outcome.failed(step, changed(live));
          }
          if (!again) {
            return Outcome.failed(step, trouble.getMessage());
          }
        } catch (Trouble further) {
          boolean refused = trouble.kind() == Trouble.Kind.FINAL;
          return Outcome.failed(step, (refused ? trouble : further).getMessage());
        }
      }
    }
  }

  /** Whether a thing is as the step would make it. */
  private static boolean isSo(Step step, Optional<Live> live) {
    Optional<Wanted> wanted = step.made();
    return wanted.isEmpty() ? live.isEmpty() : live.map(Live::wanted).equals(wanted);
  }

  /** Whether somebody else made a thing what it is now. */
  private static boolean isOthers(Step step, Optional<Live> live) {
    return step.found().map(before -> differ(before, live)).orElse(live.isPresent());
  }

  private static boolean differ(Live before, Optional<Live> live) {
    return live.filter(now -> now.wanted().equals(before.wanted())).isEmpty();
  }

  private static String changed(Optional<Live> live) {
    return live.map(now ->
            "somebody changed it since it was read"
                + now.touch().map(it -> ": " + it.who() + ", " + it.when()).orElse(""))
        .orElse("somebody deleted it since it was read");
  }

  /** The steps in groups: those of a group may happen at the same time. */
  private static List<List<Step>> phases(Plan plan) {
    List<Step> open = new ArrayList<>(plan.writes().toList());
    List<List<Step>> phases = new ArrayList<>();
    Set<List<String>> newTitles = new HashSet<>();
    open.forEach(step ->
        step.made().ifPresent(it -> newTitles.add(place(it.key(), it.folder(), it.title()))));
    take(
        open,
        step ->
            step instanceof Delete(var before)
                && newTitles.contains(place(before.key(), before.folder(), before.title())),
        phases);
    for (Kind kind : Kind.values()) {
      if (kind == Kind.FOLDER) {
        outerFirst(open).forEach(phases::add);
      } else {
        take(open, step -> step.key().kind() == kind && !(step instanceof Delete), phases);
      }
    }
    for (Kind kind : List.of(Kind.values()).reversed()) {
      if (kind == Kind.FOLDER) {
        innerFirst(open).forEach(phases::add);
      } else {
        take(open, step -> step.key().kind() == kind, phases);
      }
    }
    return phases;
  }

  private static List<String> place(Key key, String folder, String title) {
    return List.of(key.kind().label(), folder, title.toLowerCase(Locale.ROOT));
  }

  /** Folders to delete, each after those that stand in it. */
  private static List<List<Step>> innerFirst(List<Step> open) {
    return inTurns(
        open.stream().filter(Delete.class::isInstance).toList(),
        step -> step.key().uid(),
        step -> step.found().orElseThrow().folder());
  }

  /** Folders one after the other, each after the one that it stands in. */
  private static List<List<Step>> outerFirst(List<Step> open) {
    Predicate<Step> isFolder =
        step -> step.key().kind() == Kind.FOLDER && !(step instanceof Delete);
    List<Step> folders = open.stream().filter(isFolder).toList();
    open.removeIf(isFolder);
    return inTurns(folders, step -> step.made().orElseThrow().folder(), step -> step.key().uid());
  }

  /** A step waits while another that is left holds what it needs; those in a circle go together. */
  private static List<List<Step>> inTurns(
      List<Step> steps, Function<Step, String> needed, Function<Step, String> held) {
    List<Step> left = new ArrayList<>(steps);
    List<List<Step>> turns = new ArrayList<>();
    while (!left.isEmpty()) {
      Set<String> taken = left.stream().map(held).collect(Collectors.toSet());
      List<Step> ready = left.stream().filter(it -> !taken.contains(needed.apply(it))).toList();
      turns.add(ready.isEmpty() ? List.copyOf(left) : ready);
      left.removeAll(turns.getLast());
    }
    return turns;
  }

  private static void take(List<Step> open, Predicate<Step> which, List<List<Step>> phases) {
    List<Step> taken = open.stream().filter(which).sorted(Comparator.comparing(Step::key)).toList();
    open.removeIf(which);
    if (!taken.isEmpty()) {
      phases.add(taken);
    }
  }
}
