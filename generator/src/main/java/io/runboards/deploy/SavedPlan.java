package io.runboards.deploy;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Items;
import io.runboards.json.JsonValue.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A plan that somebody looked at, to be carried out later if nothing has moved since.
 *
 * <p>It holds no content, only a digest of each step: the plan is made again, and must be the same.
 *
 * @param site the site
 * @param server the address of the server
 * @param allowed what the plan was allowed
 * @param organisations the digest of each step, by the name of the organisation and by what it is
 *     about
 */
public record SavedPlan(
    String site, String server, Allowed allowed, Map<String, Map<String, String>> organisations) {
  private static final String FORM = "runboards-plan-1";

  /**
   * Saves the plans of some organisations, by their names.
   *
   * @param plans in the order in which they are carried out
   */
  public static SavedPlan of(String site, String server, Allowed allowed, Map<String, Plan> plans) {
    Map<String, Map<String, String>> organisations = new LinkedHashMap<>();
    plans.forEach((name, plan) -> organisations.put(name, digests(plan)));
    return new SavedPlan(site, server, allowed, organisations);
  }

  private static Map<String, String> digests(Plan plan) {
    Map<String, String> digests = new LinkedHashMap<>();
    plan.steps().forEach(step -> digests.put(step.key().toString(), Digest.of(step)));
    return digests;
  }

  /** What this plan and another say differently, with the organisation's name in front. */
  public List<String> differencesFrom(SavedPlan other) {
    List<String> different = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(organisations.keySet());
    names.addAll(other.organisations.keySet());
    for (String name : names) {
      Map<String, String> mine = organisations.getOrDefault(name, Map.of());
      Map<String, String> others = other.organisations.getOrDefault(name, Map.of());
      TreeSet<String> things = new TreeSet<>(mine.keySet());
      things.addAll(others.keySet());
      things.stream()
          .filter(thing -> !mine.getOrDefault(thing, "").equals(others.get(thing)))
          .forEach(thing -> different.add(name + ": " + thing));
    }
    return List.copyOf(different);
  }

  /** The plan as a file holds it. */
  public JsonValue json() {
    Fields limits =
        JsonValue.EMPTY
            .with("adopt", allowed.adopt())
            .with("prune", allowed.prune())
            .with("deletes", allowed.deletes())
            .with("nothing", allowed.nothing());
    List<JsonValue> list = new ArrayList<>();
    organisations.forEach((name, steps) -> {
      Map<String, JsonValue> texts = new LinkedHashMap<>();
      steps.forEach((thing, digest) -> texts.put(thing, new Text(digest)));
      list.add(JsonValue.EMPTY.with("name", name).with("steps", new Fields(texts)));
    });
    return JsonValue.EMPTY
        .with("form", FORM)
        .with("site", site)
        .with("server", server)
        .with("allowed", limits)
        .with("organisations", new Items(list));
  }

  /** Reads what a file holds. */
  public static SavedPlan of(JsonValue json) throws JsonValue.Malformed {
    if (!json.textAt("form").equals(FORM)) {
      throw new JsonValue.Malformed("it holds no plan of this version of runboards");
    }
    JsonValue limits = json.at("allowed");
    Map<String, Map<String, String>> organisations = new LinkedHashMap<>();
    json.itemsAt("organisations")
        .forEach(organisation -> {
          Map<String, String> steps = new LinkedHashMap<>();
          organisation
              .at("steps")
              .object()
              .fields()
              .forEach((thing, digest) -> steps.put(thing, digest.text().orElse("")));
          organisations.put(organisation.textAt("name"), steps);
        });
    return new SavedPlan(
        json.textAt("site"),
        json.textAt("server"),
        new Allowed(
            limits.flagAt("adopt"),
            limits.flagAt("prune"),
            (int) limits.numberAt("deletes"),
            limits.flagAt("nothing")),
        organisations);
  }
}
