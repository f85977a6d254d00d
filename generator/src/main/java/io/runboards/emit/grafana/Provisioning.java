package io.runboards.emit.grafana;

import io.runboards.emit.YamlWriter;
import io.runboards.emit.grafana.Source.Way;
import java.util.List;

/**
 * The files from which Grafana learns at its start where dashboards and data sources are.
 *
 * <p>Grafana does not start if a file names an organisation that it does not have: whoever mounts
 * them makes the organisations first.
 */
final class Provisioning {
  private static final String HOW =
      "Written by 'runboards generate' from the site and the dashboards: change those instead.";

  private static final String SOURCES_HOW =
      String.join(
          "\n# ",
          HOW,
          "Grafana keeps a data source that is only deleted from here. To take one away, put its name",
          "and orgId into a file of your own beside this one, below the key deleteDatasources.");

  /** Where the dashboards are mounted. */
  private static final String MOUNT = "/var/lib/grafana/dashboards/";

  private static final String TENANT_HEADER = "X-Scope-OrgID";

  private Provisioning() {}

  /** A folder in an organisation: all of them mount the same files. */
  private record Provider(Folder folder, int organisation, String name) {}

  /** Each folder has a provider, since only a provider can say the uid of its folder. */
  static String providers(List<Folder> folders, List<Integer> organisations) {
    List<Provider> providers =
        organisations.stream()
            .flatMap(id -> folders.stream().map(folder -> new Provider(folder, id, name(folder, id))))
            .toList();
    return YamlWriter.document(
        HOW,
        yaml -> {
          yaml.field("apiVersion", 1);
          yaml.objects("providers", providers, Provisioning::provider);
        });
  }

  /** No other provider has it, also none of another organisation. */
  private static String name(Folder folder, int organisation) {
    return organisation == 1 ? folder.uid() : folder.uid() + "-" + organisation;
  }

  private static void provider(YamlWriter yaml, Provider provider) {
    Folder folder = provider.folder();
    yaml.field("name", provider.name());
    yaml.field("orgId", provider.organisation());
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
        SOURCES_HOW,
        yaml -> {
          yaml.field("apiVersion", 1);
          yaml.objects("datasources", sources, Provisioning::source);
        });
  }

  private static void source(YamlWriter yaml, Source source) {
    Way way = source.way();
    yaml.field("name", literal(source.name()));
    yaml.field("uid", literal(source.uid()));
    yaml.field("orgId", source.organisation());
    yaml.field("type", Scene.PROMETHEUS);
    yaml.field("access", "proxy");
    yaml.field("url", literal(source.url()));
    if (!way.user().isEmpty()) {
      yaml.field("basicAuth", true);
      yaml.field("basicAuthUser", literal(way.user()));
    }
    yaml.field("editable", false);
    yaml.object("jsonData", data -> settings(data, source));
    if (way.hasSecrets()) {
      yaml.object("secureJsonData", data -> secrets(data, way));
    }
  }

  private static void settings(YamlWriter data, Source source) {
    data.field("httpMethod", "POST");
    data.field("prometheusType", source.kind().id());
    data.field("prometheusVersion", source.kind().version());
    if (!source.interval().isEmpty()) {
      data.field("timeInterval", source.interval());
    }
    if (!source.way().scope().isEmpty()) {
      data.field("httpHeaderName1", TENANT_HEADER);
    }
    if (!source.way().authorityFile().isEmpty()) {
      data.field("tlsAuthWithCACert", true);
    }
  }

  private static void secrets(YamlWriter data, Way way) {
    if (!way.scope().isEmpty()) {
      data.field("httpHeaderValue1", literal(way.scope()));
    }
    if (!way.passwordFile().isEmpty()) {
      data.field("basicAuthPassword", file(way.passwordFile()));
    }
    if (!way.authorityFile().isEmpty()) {
      data.field("tlsCACert", file(way.authorityFile()));
    }
  }

  /** Grafana puts the content of the file here when it starts. */
  private static String file(String path) {
    return "$__file{" + path + "}";
  }

  /** Grafana takes a dollar sign for the beginning of a variable of its environment. */
  static String literal(String text) {
    return text.replace("$", "$$");
  }
}
