package io.runboards.deploy.grafana;

import io.runboards.deploy.Key;
import io.runboards.deploy.Trouble;
import io.runboards.json.JsonValue;
import java.util.List;

/** What stands in a folder: the server would delete all of it with the folder. */
final class FolderContents {
  private FolderContents() {}

  /** Makes sure that nothing stands in a folder. */
  static void mustBeNone(Api api, Key folder) throws Trouble {
    List<JsonValue> inside =
        Pages.all(
            api,
            "/api/search?folderUIDs=" + Api.encoded(folder.uid()),
            "limit",
            page ->
                page.items().filter(it -> it.textAt("folderUid").equals(folder.uid())).toList());
    for (JsonValue thing : inside) {
      if (isThere(api, thing)) {
        throw new Trouble(
            Trouble.Kind.FINAL,
            "%s: “%s” was put into it since it was read; it stays"
                .formatted(folder, thing.textAt("title")));
      }
    }
  }

  /** The search may still find what is gone. */
  private static boolean isThere(Api api, JsonValue found) throws Trouble {
    String place =
        found.textAt("type").equals("dash-folder") ? "/api/folders/" : "/api/dashboards/uid/";
    return api.get(place + Api.encoded(found.textAt("uid"))).status() != 404;
  }
}
