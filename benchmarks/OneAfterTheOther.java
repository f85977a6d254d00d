import io.runboards.deploy.Desired;
import io.runboards.deploy.Kind;
import io.runboards.deploy.Wanted;
import io.runboards.http.Answer;
import io.runboards.http.Http;
import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import java.util.Map;

/**
 * Deploys as a short script does: it gets each thing, compares it, and posts what differs, over one
 * connection that stays open.
 *
 * @param http the server
 * @param desired what shall be there
 */
record OneAfterTheOther(Http http, Desired desired) {

  void deploy() throws Exception {
    for (Wanted thing : desired.things()) {
      if (thing.key().kind() == Kind.FOLDER) {
        folder(thing);
      }
    }
    for (Wanted thing : desired.things()) {
      if (thing.key().kind() == Kind.DASHBOARD) {
        dashboard(thing);
      }
    }
  }

  private void folder(Wanted thing) throws Exception {
    String uid = thing.key().uid();
    Answer answer = http.get("/api/folders/" + uid, Map.of());
    if (answer.status() == 404) {
      post("/api/folders", JsonValue.EMPTY.with("uid", uid).with("title", thing.title()));
    } else if (!JsonValue.parse(answer.body()).textAt("title").equals(thing.title())) {
      throw new IllegalStateException("folder " + uid + " has another title");
    }
  }

  private void dashboard(Wanted thing) throws Exception {
    String uid = thing.key().uid();
    Fields wanted = thing.content().with("uid", uid).with("title", thing.title());
    Answer answer = http.get("/api/dashboards/uid/" + uid, Map.of());
    if (answer.status() == 404 || !isSo(wanted, thing.folder(), answer)) {
      post(
          "/api/dashboards/db",
          JsonValue.EMPTY
              .with("dashboard", wanted)
              .with("folderUid", thing.folder())
              .with("overwrite", true));
    }
  }

  private static boolean isSo(Fields wanted, String folder, Answer answer) throws Exception {
    JsonValue found = JsonValue.parse(answer.body());
    return found.at("meta").textAt("folderUid").equals(folder)
        && found.at("dashboard").object().without("id", "version").equals(wanted);
  }

  private void post(String path, JsonValue body) throws Exception {
    Answer answer = http.post(path, body.line(), Map.of());
    if (!answer.isGood()) {
      throw new IllegalStateException(path + ": " + answer.body());
    }
  }
}
