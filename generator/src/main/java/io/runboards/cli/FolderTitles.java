package io.runboards.cli;

import io.runboards.deploy.Kind;
import io.runboards.deploy.Plan;
import java.util.HashMap;
import java.util.Map;

/** What people call the folders of an organisation. */
final class FolderTitles {
  private final Map<String, String> titles = new HashMap<>();

  private FolderTitles() {}

  /** The folders that a plan is about. */
  static FolderTitles of(Plan plan) {
    FolderTitles known = new FolderTitles();
    plan.steps().stream()
        .filter(step -> step.key().kind() == Kind.FOLDER)
        .forEach(step -> known.titles.put(step.key().uid(), step.title()));
    return known;
  }

  /** The title, or the uid if there is none. */
  String of(String uid) {
    return titles.getOrDefault(uid, uid);
  }
}
