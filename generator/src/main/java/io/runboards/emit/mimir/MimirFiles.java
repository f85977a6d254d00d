package io.runboards.emit.mimir;

import io.runboards.check.Workspace;
import io.runboards.emit.AlertTexts;
import io.runboards.emit.OutFile;
import io.runboards.emit.YamlWriter;
import io.runboards.emit.prometheus.RuleFields;
import io.runboards.promql.Expr;
import io.runboards.rules.RuleGroup;
import io.runboards.site.Site;
import io.runboards.site.TenantRules;
import io.runboards.site.TenantRules.Namespace;
import java.util.ArrayList;
import java.util.List;

/** The rules of all tenants of a Mimir. */
public final class MimirFiles {
  private static final String HOW =
      "Written by 'runboards generate' from the site and the rules: change those instead.";

  private MimirFiles() {}

  public static List<OutFile> of(Site site, Workspace workspace) {
    RuleFields fields = new RuleFields(AlertTexts.of(site, workspace), Expr::toString);
    List<OutFile> files = new ArrayList<>();
    for (TenantRules tenant : TenantRules.of(site, workspace.book())) {
      for (Namespace namespace : tenant.namespaces()) {
        String path = "mimir/" + tenant.tenant().name() + "/" + namespace.name() + ".yaml";
        files.add(new OutFile(path, rules(namespace, fields)));
      }
    }
    return files;
  }

  private static String rules(Namespace namespace, RuleFields fields) {
    return YamlWriter.document(
        HOW,
        yaml -> {
          yaml.field("namespace", namespace.name());
          yaml.objects(
              "groups", namespace.groups(), (item, group) -> write(item, group, namespace, fields));
        });
  }

  private static void write(
      YamlWriter yaml, RuleGroup group, Namespace namespace, RuleFields fields) {
    yaml.field("name", group.name());
    yaml.field("interval", group.every().toString());
    if (!group.delay().isNone()) {
      yaml.field("query_offset", group.delay().toString());
    }
    group.most().ifPresent(most -> yaml.field("limit", most));
    yaml.objects("rules", group.rules(), fields::write);
    if (!namespace.members().isEmpty()) {
      yaml.field("source_tenants", namespace.members());
    }
  }
}
