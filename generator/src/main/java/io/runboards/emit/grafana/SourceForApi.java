package io.runboards.emit.grafana;

import io.runboards.emit.grafana.Source.Way;
import io.runboards.json.JsonWriter;
import java.io.StringWriter;

/** A data source as Grafana's API takes it, without what it logs in with. */
final class SourceForApi {
  private static final String TENANT_HEADER = "X-Scope-OrgID";

  private SourceForApi() {}

  static String json(Source source) {
    StringWriter out = new StringWriter();
    JsonWriter.pretty(out, json -> write(json, source));
    return out.toString();
  }

  private static void write(JsonWriter json, Source source) {
    json.field("type", Scene.PROMETHEUS);
    json.field("access", "proxy");
    json.field("url", source.url());
    if (!source.way().user().isEmpty()) {
      json.field("basicAuth", true);
      json.field("basicAuthUser", source.way().user());
    }
    json.object("jsonData", data -> settings(data, source));
  }

  private static void settings(JsonWriter data, Source source) {
    Way way = source.way();
    data.field("httpMethod", "POST");
    data.field("prometheusType", source.kind().id());
    data.field("prometheusVersion", source.kind().version());
    if (!source.interval().isEmpty()) {
      data.field("timeInterval", source.interval());
    }
    if (!way.scope().isEmpty()) {
      data.field("httpHeaderName1", TENANT_HEADER);
    }
    if (way.user().isEmpty() && !way.passwordFile().isEmpty()) {
      data.field("httpHeaderName2", "Authorization");
    }
    if (!way.authorityFile().isEmpty()) {
      data.field("tlsAuthWithCACert", true);
    }
  }
}
