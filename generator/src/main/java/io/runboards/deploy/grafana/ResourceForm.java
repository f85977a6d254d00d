package io.runboards.deploy.grafana;

import io.runboards.deploy.Kind;
import io.runboards.deploy.Mark;
import io.runboards.deploy.Owner;
import io.runboards.deploy.Wanted;
import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;

/** What the things of one kind say about themselves as resources. */
sealed interface ResourceForm {
  String TITLE = "title";

  Kind kind();

  /** Who owns a thing by its mark. */
  Owner marked(String uid, JsonValue spec);

  /** All that a thing says besides its title, in normal form. */
  Fields content(JsonValue spec);

  /** What a thing shall say, where it said something before. */
  Fields spec(Wanted wanted, Fields before);

  /**
   * Folders.
   *
   * @param site the site whose folders are ours
   */
  record OfFolders(String site) implements ResourceForm {
    @Override
    public Kind kind() {
      return Kind.FOLDER;
    }

    @Override
    public Owner marked(String uid, JsonValue spec) {
      return Mark.ofFolder(uid, site);
    }

    @Override
    public Fields content(JsonValue spec) {
      return JsonValue.EMPTY;
    }

    /** A description is somebody else's business. */
    @Override
    public Fields spec(Wanted wanted, Fields before) {
      return before.with(TITLE, wanted.title());
    }
  }

  /** Dashboards of the classic model. */
  record OfDashboards() implements ResourceForm {
    @Override
    public Kind kind() {
      return Kind.DASHBOARD;
    }

    @Override
    public Owner marked(String uid, JsonValue spec) {
      return Mark.ofTags(spec.itemsAt("tags").flatMap(tag -> tag.text().stream()));
    }

    @Override
    public Fields content(JsonValue spec) {
      return NormalForm.dashboard(spec);
    }

    @Override
    public Fields spec(Wanted wanted, Fields before) {
      return wanted.content().with(TITLE, wanted.title());
    }
  }
}
