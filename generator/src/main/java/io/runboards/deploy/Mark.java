package io.runboards.deploy;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Items;
import io.runboards.json.JsonValue.Text;
import java.util.List;
import java.util.stream.Stream;

/**
 * How things carry the name of the site that owns them.
 *
 * <p>Dashboards have a tag, so that people see it and lists can be filtered by it. Library panels
 * and data sources have a field that Grafana keeps and does not read. Folders can carry nothing:
 * theirs is the beginning of the uid.
 */
public final class Mark {
  private static final String TAG = "runboards:";
  private static final String FIELD = "runboards";
  private static final String FOLDER = "runboards-";

  private Mark() {}

  /** The tag of a site's dashboards. */
  public static String tag(String site) {
    return TAG + site;
  }

  /** The content of a dashboard with the mark. */
  public static Fields onDashboard(Fields content, String site) {
    List<JsonValue> tags =
        Stream.concat(content.itemsAt("tags"), Stream.of(new Text(tag(site)))).toList();
    return content.with("tags", new Items(tags));
  }

  /** The fields of something that keeps fields which nobody reads, with the mark. */
  public static Fields onFields(Fields fields, String site) {
    return fields.with(FIELD, site);
  }

  /** Who owns a dashboard with these tags. */
  public static Owner ofTags(Stream<String> tags) {
    return tags.filter(tag -> tag.startsWith(TAG))
        .findFirst()
        .<Owner>map(tag -> new Owner.Site(tag.substring(TAG.length())))
        .orElse(new Owner.Nobody());
  }

  /** Who owns something with these fields. */
  public static Owner ofFields(JsonValue fields) {
    String site = fields.textAt(FIELD);
    return site.isEmpty() ? new Owner.Nobody() : new Owner.Site(site);
  }

  /** Who owns a folder: every site, if runboards made it. */
  public static Owner ofFolder(String uid, String site) {
    return uid.startsWith(FOLDER) ? new Owner.Site(site) : new Owner.Nobody();
  }
}
