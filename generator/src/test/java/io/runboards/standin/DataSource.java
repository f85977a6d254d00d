package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A data source.
 *
 * @param told what was said about it when it was saved last, without its secrets
 * @param secrets the names of its secrets
 */
record DataSource(
    long id, String uid, long version, boolean readOnly, Fields told, Set<String> secrets) {

  DataSource {
    secrets = new TreeSet<>(secrets);
  }

  String name() {
    return told.textAt("name");
  }

  /** The same, when another becomes the one that panels use unless they say which. */
  DataSource notDefault() {
    return new DataSource(id, uid, version, readOnly, told.with("isDefault", false), secrets);
  }

  /** What it is alone, which is not quite what a list tells. */
  Fields whole(long organisation) {
    Fields fields = JsonValue.EMPTY;
    for (String secret : secrets) {
      fields = fields.with(secret, true);
    }
    return common(organisation)
        .with("basicAuthUser", told.textAt("basicAuthUser"))
        .with("secureJsonFields", fields)
        .with("typeLogoUrl", "")
        .with("version", version)
        .with("withCredentials", told.flagAt("withCredentials"));
  }

  Fields listed(long organisation) {
    String type = told.textAt("type");
    return common(organisation)
        .with("typeLogoUrl", "public/app/plugins/datasource/%1$s/img/%1$s_logo.svg".formatted(type))
        .with("typeName", type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1));
  }

  private Fields common(long organisation) {
    return JsonValue.EMPTY
        .with("access", told.textAt("access"))
        .with("basicAuth", told.flagAt("basicAuth"))
        .with("database", told.textAt("database"))
        .with("id", id)
        .with("isDefault", told.flagAt("isDefault"))
        .with("jsonData", told.at("jsonData").object())
        .with("name", name())
        .with("orgId", organisation)
        .with("readOnly", readOnly)
        .with("type", told.textAt("type"))
        .with("uid", uid)
        .with("url", told.textAt("url"))
        .with("user", told.textAt("user"));
  }
}
