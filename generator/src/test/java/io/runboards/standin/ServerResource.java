package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;

/** What a server says about itself: {@code /api/health}, {@code /api/frontend/settings}. */
record ServerResource(Setup setup) {
  Reply health() {
    return Reply.good(
        JsonValue.EMPTY
            .with("commit", "NA")
            .with("database", "ok")
            .with("version", setup.version()));
  }

  Reply settings(Call call) {
    Fields build = JsonValue.EMPTY.with("edition", "Open Source").with("version", setup.version());
    Fields settings = JsonValue.EMPTY.with("buildInfo", build);
    return Reply.good(
        setup.resources()
            ? settings.with("namespace", setup.namespace(call.organisation().id))
            : settings);
  }
}
