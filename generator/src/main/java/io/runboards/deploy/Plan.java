package io.runboards.deploy;

import io.runboards.deploy.Step.Adopt;
import io.runboards.deploy.Step.Create;
import io.runboards.deploy.Step.Delete;
import io.runboards.deploy.Step.Keep;
import io.runboards.deploy.Step.Move;
import io.runboards.deploy.Step.Refuse;
import io.runboards.deploy.Step.Update;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has to happen so that an organisation is as a site wants it. Only plans are carried out, and
 * nothing else decides what is written.
 *
 * @param site the site
 * @param steps what becomes of each thing, in the order of their keys
 */
public record Plan(String site, List<Step> steps) {
  public Plan {
    steps = steps.stream().sorted(Comparator.comparing(Step::key)).toList();
  }

  /** Compares what is wanted with what is there. */
  public static Plan between(Desired desired, Found found, Allowed allowed) {
    return new Comparison(desired, found, allowed).plan();
  }

  /** The steps that change something. */
  public Stream<Step> writes() {
    return steps.stream().filter(Step::writes);
  }

  /** Why the plan must not be carried out; empty if it may. */
  public List<Refuse> refusals() {
    return steps.stream().filter(Refuse.class::isInstance).map(Refuse.class::cast).toList();
  }

  /** Whether everything is as it shall be. */
  public boolean isNothing() {
    return steps.stream().allMatch(Keep.class::isInstance);
  }

  /** How many steps are of a kind. */
  public long count(Class<? extends Step> kind) {
    return steps.stream().filter(kind::isInstance).count();
  }

  /** Finds the step for each thing. */
  private static final class Comparison {
    private final Desired desired;
    private final Found found;
    private final Allowed allowed;
    private final Map<Key, Live> live = new HashMap<>();
    private final Map<List<String>, List<Live>> titled = new HashMap<>();
    private final Map<String, List<Live>> inFolder = new HashMap<>();
    private final Map<Key, Wanted> wanted = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    private Comparison(Desired desired, Found found, Allowed allowed) {
      this.desired = desired;
      this.found = found;
      this.allowed = allowed;
      for (Live thing : found.things()) {
        live.put(thing.key(), thing);
        inFolder.computeIfAbsent(thing.folder(), it -> new ArrayList<>()).add(thing);
        if (thing.key().kind() == Kind.DASHBOARD) {
          titled
              .computeIfAbsent(place(thing.folder(), thing.title()), it -> new ArrayList<>())
              .add(thing);
        }
      }
      desired.things().forEach(thing -> wanted.put(thing.key(), thing));
    }

    private Plan plan() {
      desired.things().forEach(thing -> steps.add(step(thing)));
      found.things().stream()
          .filter(thing -> isOurs(thing) && !wanted.containsKey(thing.key()))
          .forEach(thing -> steps.add(isToGo(thing) ? new Delete(thing) : new Keep(thing)));
      limitDeletes();
      return new Plan(desired.site(), steps);
    }

    private Step step(Wanted thing) {
      Live before = live.get(thing.key());
      Optional<Live> namesake = sameTitle(thing);
      if (namesake.isPresent()
          && (before == null || isOurs(before) && isElsewhere(thing, before))) {
        return new Refuse(
            thing.key(),
            thing.title(),
            "%s has the same title in the same folder; rename one of them"
                .formatted(namesake.get().key()));
      }
      if (before == null) {
        return new Create(thing);
      }
      return switch (before.owner()) {
        case Owner.Site(String site) when site.equals(desired.site()) -> ours(thing, before);
        case Owner.Nobody() when allowed.adopt() ->
            new Adopt(thing, before, Differences.between(before, thing));
        case Owner.Nobody() ->
            new Refuse(
                thing.key(), thing.title(), "it is there and not ours; --adopt takes it over");
        case Owner other ->
            new Refuse(thing.key(), thing.title(), "it belongs to " + other.words());
      };
    }

    private static Step ours(Wanted thing, Live before) {
      if (before.wanted().equals(thing)) {
        return new Keep(before);
      }
      Wanted here = new Wanted(thing.key(), thing.title(), before.folder(), thing.content());
      return before.wanted().equals(here)
          ? new Move(thing, before)
          : new Update(thing, before, Differences.between(before, thing));
    }

    /** Another dashboard of the same title in the same folder, which will stay there. */
    private Optional<Live> sameTitle(Wanted thing) {
      return found.uniqueTitles() && thing.key().kind() == Kind.DASHBOARD
          ? titled.getOrDefault(place(thing.folder(), thing.title()), List.of()).stream()
              .filter(other -> !other.key().equals(thing.key()) && isToStay(other))
              .findFirst()
          : Optional.empty();
    }

    private static boolean isElsewhere(Wanted thing, Live before) {
      return !place(thing.folder(), thing.title()).equals(place(before.folder(), before.title()));
    }

    private static List<String> place(String folder, String title) {
      return List.of(folder, title.toLowerCase(Locale.ROOT));
    }

    private boolean isOurs(Live thing) {
      return thing.owner().equals(new Owner.Site(desired.site()));
    }

    private boolean isToGo(Live thing) {
      return allowed.prune() && (thing.key().kind() != Kind.FOLDER || isEmptied(thing));
    }

    /** Whether nothing stays in a folder, of whomever it is. */
    private boolean isEmptied(Live folder) {
      return inFolder.getOrDefault(folder.key().uid(), List.of()).stream()
          .noneMatch(thing -> isToStay(thing) && !movesAway(thing));
    }

    private boolean isToStay(Live thing) {
      return !isOurs(thing) || wanted.containsKey(thing.key()) || !isToGo(thing);
    }

    private boolean movesAway(Live thing) {
      return isOurs(thing)
          && wanted.containsKey(thing.key())
          && !wanted.get(thing.key()).folder().equals(thing.folder());
    }

    private void limitDeletes() {
      List<Delete> deletes =
          steps.stream().filter(Delete.class::isInstance).map(Delete.class::cast).toList();
      boolean empty = desired.things().isEmpty() && !allowed.nothing();
      if (deletes.isEmpty() || !empty && deletes.size() <= allowed.deletes()) {
        return;
      }
      String reason =
          empty
              ? "nothing is wanted at all, so that all that is ours would go; --allow-empty if so"
              : "%s things would go, and --max-deletes is %s"
                  .formatted(deletes.size(), allowed.deletes());
      steps.removeAll(deletes);
      deletes.forEach(it -> steps.add(new Refuse(it.key(), it.title(), reason)));
    }
  }
}
