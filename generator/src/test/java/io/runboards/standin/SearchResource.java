package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Items;
import io.runboards.json.JsonValue.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The search for folders and dashboards: {@code /api/search}. */
final class SearchResource implements Resource {

  @Override
  public Reply answer(Call call) {
    if (!call.shape().equals("GET 0")) {
      return Reply.notFound();
    }
    List<Fields> found = new ArrayList<>();
    if (isAsked(call, "dash-folder") && call.all("tag").isEmpty()) {
      call.organisation().folders.values().stream()
          .filter(it -> isIn(call, it.parent()) && isNamed(call, it.title()))
          .forEach(it -> found.add(folder(call.organisation(), it)));
    }
    if (isAsked(call, "dash-db")) {
      call.organisation().dashboards.values().stream()
          .filter(it -> it.tags().toList().containsAll(call.all("tag")))
          .filter(it -> isIn(call, it.folder()) && isNamed(call, it.title()))
          .forEach(it -> found.add(dashboard(call.organisation(), it)));
    }
    found.sort(Comparator.comparing(it -> it.textAt("title")));
    return Reply.good(new Items(List.copyOf(call.page(found, "limit", 1000))));
  }

  private static boolean isAsked(Call call, String type) {
    return call.all("type").isEmpty() || call.all("type").contains(type);
  }

  /** Folders are named by their numbers, and in newer versions by their uids. */
  private static boolean isIn(Call call, String folder) {
    List<String> ids = call.all("folderIds");
    List<String> uids = call.all("folderUIDs");
    return (ids.isEmpty() || ids.contains(Long.toString(call.organisation().number(folder))))
        && (uids.isEmpty() || uids.contains(folder.isEmpty() ? "general" : folder));
  }

  private static boolean isNamed(Call call, String title) {
    String text = call.one("query").orElse("").toLowerCase(Locale.ROOT);
    return title.toLowerCase(Locale.ROOT).contains(text);
  }

  private static Fields folder(Organisation organisation, Folder folder) {
    return placed(organisation, folder.parent())
        .with("id", folder.id())
        .with("isStarred", false)
        .with("slug", "")
        .with("sortMeta", 0)
        .with("tags", new Items(List.of()))
        .with("title", folder.title())
        .with("type", "dash-folder")
        .with("uid", folder.uid())
        .with("uri", "db/" + Uids.slug(folder.title()))
        .with("url", folder.url());
  }

  private static Fields dashboard(Organisation organisation, Dashboard dashboard) {
    List<JsonValue> tags = dashboard.tags().<JsonValue>map(Text::new).toList();
    return placed(organisation, dashboard.folder())
        .with("id", dashboard.id())
        .with("isStarred", false)
        .with("slug", "")
        .with("sortMeta", 0)
        .with("tags", new Items(tags))
        .with("title", dashboard.title())
        .with("type", "dash-db")
        .with("uid", dashboard.uid())
        .with("uri", "db/" + Uids.slug(dashboard.title()))
        .with("url", dashboard.url());
  }

  private static Fields placed(Organisation organisation, String folder) {
    return Stream.of(folder)
        .filter(it -> !it.isEmpty())
        .map(organisation.folders::get)
        .map(it ->
            JsonValue.EMPTY
                .with("folderId", it.id())
                .with("folderTitle", it.title())
                .with("folderUid", it.uid())
                .with("folderUrl", it.url()))
        .findFirst()
        .orElse(JsonValue.EMPTY);
  }
}
