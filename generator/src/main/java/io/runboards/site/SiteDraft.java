package io.runboards.site;

import io.runboards.site.Setup.Store.Kind;
import java.util.List;

/**
 * A site that somebody begins: the few answers with which its file can be written.
 *
 * <p>The answers are texts as somebody gave them; whoever writes the file reads it over first.
 *
 * @param name its name
 * @param version the version of its clusters
 * @param kind what keeps its series
 * @param read the store's address for queries
 * @param write the store's address for remote write; empty for none
 * @param user who logs in to the store; empty for nobody
 * @param password the file of the password; empty for none
 * @param grafana the address of its Grafana
 * @param tenants its tenants
 */
public record SiteDraft(
    String name,
    String version,
    Kind kind,
    String read,
    String write,
    String user,
    String password,
    String grafana,
    List<String> tenants) {
  public SiteDraft {
    tenants = List.copyOf(tenants);
  }

  /** The file. */
  public String text() {
    return """
        # yaml-language-server: $schema=site.schema.json
        # What this installation fills in. The site 'example' shows every key there is. Any value can
        # come from the environment or a file of variables: ${NAME:-value}. Secrets never stand here.
        name: %s

        # The Run:ai clusters. Their version decides which metrics there are.
        cluster:
          name: %s
          version: %s
          environment: production

        # Where series are kept: prometheus, mimir or grafana-cloud. Grafana reads here%s.
        store:
          kind: %s
          read: %s
        %s\
        \n# The Grafana that shows the dashboards: versions %s to %s.
        grafana:
          version: %s
          url: %s
        %s"""
        .formatted(
            name,
            quoted("${CLUSTER_NAME:-" + name + "}"),
            quoted(version),
            write.isEmpty() ? "" : ", and the cluster's\n# Prometheus writes",
            kind.id(),
            quoted(read),
            rest(),
            GrafanaVersion.OLDEST,
            GrafanaVersion.NEWEST.major(),
            quoted(GrafanaVersion.NEWEST.toString()),
            quoted(grafana),
            described());
  }

  private String rest() {
    StringBuilder rest = new StringBuilder();
    if (!write.isEmpty()) {
      rest.append("  write: ").append(quoted(write)).append('\n');
    }
    if (!user.isEmpty()) {
      rest.append("  user: ").append(quoted(user)).append('\n');
      rest.append("  # The name of the file that holds it, in the folder of secrets.\n");
      rest.append("  password: ").append(quoted(password)).append('\n');
    }
    return rest.toString();
  }

  private String described() {
    if (tenants.isEmpty()) {
      return "";
    }
    StringBuilder text =
        new StringBuilder("\n# Those whose series the store keeps apart, as X-Scope-OrgID says it.\n");
    text.append("tenants:\n");
    tenants.forEach(tenant -> text.append("  - name: ").append(quoted(tenant)).append('\n'));
    return text.toString();
  }

  /** A text as YAML, whatever it holds. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f) {
        quoted.append("\\x%02x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
