package io.runboards.deploy;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an organisation was before a plan was carried out, as far as the plan would change it.
 *
 * <p>It holds no secrets: servers do not tell any.
 *
 * @param id by which the run is known: when it began
 * @param command what was done: {@code apply}, {@code rollback} or {@code destroy}
 * @param site the site
 * @param organisation the name of the organisation
 * @param changes what would change
 */
public record Snapshot(
    String id, String command, String site, String organisation, List<Change> changes) {
  private static final String FORM = "runboards-snapshot-1";

  /**
   * A change.
   *
   * @param key the thing
   * @param before what it was; empty if it was not there
   * @param after a digest of what it became; empty for what was deleted
   */
  public record Change(Key key, Optional<Wanted> before, String after) {}

  public Snapshot {
    changes = List.copyOf(changes);
  }

  /** What a plan is about to change. */
  public static Snapshot before(Plan plan, String id, String command, String organisation) {
    return new Snapshot(
        id, command, plan.site(), organisation, plan.writes().map(Snapshot::change).toList());
  }

  private static Change change(Step step) {
    return new Change(
        step.key(), step.found().map(Live::wanted), step.made().map(Digest::of).orElse(""));
  }

  /** The same without changes that did not come about. */
  public Snapshot only(Set<Key> done) {
    return new Snapshot(
        id,
        command,
        site,
        organisation,
        changes.stream().filter(change -> done.contains(change.key())).toList());
  }

  /** The things that it is about. */
  public Set<Key> keys() {
    return changes.stream().map(Change::key).collect(Collectors.toUnmodifiableSet());
  }

  /** All as it is now, but for what changed: that as it was. What was not there goes. */
  public Desired restored(Found found) {
    Set<Key> changed = keys();
    List<Wanted> things = new ArrayList<>();
    found.things().stream()
        .filter(thing -> thing.owner().equals(new Owner.Site(site)))
        .filter(thing -> !changed.contains(thing.key()))
        .forEach(thing -> things.add(thing.wanted()));
    changes.forEach(change -> change.before().ifPresent(things::add));
    return new Desired(site, things);
  }

  /** The snapshot as a file holds it. */
  public JsonValue json() {
    return JsonValue.EMPTY
        .with("form", FORM)
        .with("id", id)
        .with("command", command)
        .with("site", site)
        .with("organisation", organisation)
        .with("changes", new Items(changes.stream().map(Snapshot::json).toList()));
  }

  private static JsonValue json(Change change) {
    Fields about =
        JsonValue.EMPTY
            .with("kind", change.key().kind().label())
            .with("uid", change.key().uid())
            .with("after", change.after());
    return change
        .before()
        .map(it ->
            about.with(
                "before",
                JsonValue.EMPTY
                    .with("title", it.title())
                    .with("folder", it.folder())
                    .with("content", it.content())))
        .orElse(about);
  }

  /** Reads what a file holds. */
  public static Snapshot of(JsonValue json) throws JsonValue.Malformed {
    if (!json.textAt("form").equals(FORM)) {
      throw new JsonValue.Malformed("it holds no snapshot of this version of runboards");
    }
    List<Change> changes = new ArrayList<>();
    for (JsonValue change : json.itemsAt("changes").toList()) {
      changes.add(change(change));
    }
    return new Snapshot(
        json.textAt("id"),
        json.textAt("command"),
        json.textAt("site"),
        json.textAt("organisation"),
        changes);
  }

  private static Change change(JsonValue json) throws JsonValue.Malformed {
    Key key = new Key(Kind.labelled(json.textAt("kind")), json.textAt("uid"));
    JsonValue before = json.at("before");
    Optional<Wanted> was =
        before.isNothing()
            ? Optional.empty()
            : Optional.of(
                new Wanted(
                    key,
                    before.textAt("title"),
                    before.textAt("folder"),
                    before.at("content").object()));
    return new Change(key, was, json.textAt("after"));
  }
}
