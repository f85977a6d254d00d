package io.runboards.emit.grafana;

import io.runboards.emit.YamlWriter;
import java.util.List;

/** The files from which Grafana learns at its start where dashboards and data sources are. */
final class Provisioning {
  private static final String HOW =
      "Written by 'runboards generate' from the site and the dashboards: change those instead.";

  /** Where the dashboards are mounted. */
  private static final String MOUNT = "/var/lib/grafana/dashboards/";

  private Provisioning() {}

  /** Each folder has a provider, since only a provider can say the uid of its folder. */
  static String providers(List<Folder> folders) {
    return YamlWriter.document(
        HOW,
        yaml -> {
          yaml.field("apiVersion", 1);
          yaml.objects("providers", folders, Provisioning::provider);
        });
  }

  private static void provider(YamlWriter yaml, Folder folder) {
    yaml.field("name", folder.uid());
    yaml.field("type", "file");
    if (!folder.isRoot()) {
      yaml.field("folder", literal(folder.title()));
      yaml.field("folderUid", folder.uid());
    }
    yaml.field("disableDeletion", false);
    yaml.field("allowUiUpdates", false);
    yaml.object("options", options -> options.field("path", MOUNT + folder.slug()));
  }

  static String sources(List<Source> sources) {
    return YamlWriter.document(
        HOW,
        yaml -> {
          yaml.field("apiVersion", 1);
          yaml.objects("datasources", sources, Provisioning::source);
        });
  }

  private static void source(YamlWriter yaml, Source source) {
    yaml.field("name", literal(source.name()));
    yaml.field("uid", literal(source.uid()));
    yaml.field("type", Scene.PROMETHEUS);
    yaml.field("access", "proxy");
    yaml.field("url", literal(source.url()));
    yaml.field("editable", false);
    yaml.object(
        "jsonData",
        data -> {
          data.field("httpMethod", "POST");
          data.field("prometheusType", source.kind().id());
          if (!source.interval().isEmpty()) {
            data.field("timeInterval", source.interval());
          }
        });
  }

  /** Grafana takes a dollar sign for the beginning of a variable of its environment. */
  static String literal(String text) {
    return text.replace("$", "$$");
  }
}
