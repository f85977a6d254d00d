package io.runboards.site;

import static io.runboards.site.Key.address;
import static io.runboards.site.Key.addresses;
import static io.runboards.site.Key.entries;
import static io.runboards.site.Key.flag;
import static io.runboards.site.Key.group;
import static io.runboards.site.Key.refused;
import static io.runboards.site.Key.text;
import static io.runboards.site.Key.texts;
import static io.runboards.site.Key.whole;
import static io.runboards.site.Key.words;

import io.runboards.rules.Urgency;
import io.runboards.site.Setup.Store;
import java.util.stream.Stream;

/** All keys of a site file. Reading such a file and the schema for editors both follow them. */
final class SiteKeys {
  static final int MOST = 100_000;
  static final int LAST_PORT = 65_535;

  private static final Key HOST =
      text("host", "A name or an address, without a port.").needed("this needs a host");
  private static final Key PORT =
      whole("port", "The port at which it answers.", LAST_PORT).needed("this needs a port");

  static final Keys ALL =
      Keys.of(
          text("name", "The site's name: that of this file, and of the folder that is written.")
              .needed("a site needs a name"),
          text("extends", "The site beside this one whose values hold where this one has none."),
          group(
              "cluster",
              "The Run:ai clusters.",
              text("name", "The cluster's name, which its series carry to the store."),
              text("version", "The version of Run:ai: it decides which metrics there are."),
              text("environment", "What the cluster is for, such as production.")),
          address("runbooks", "The address below which runbooks stand."),
          texts("labels", "Labels that series carry besides the documented ones."),
          group(
              "spelling",
              "How the clusters write label values that no document settles.",
              text("ready", "The value of a node that is ready."),
              text("schedulable", "The value of a node that takes pods."),
              text("inference", "A pattern that fits the types of inference workloads.")),
          store(),
          group(
              "grafana",
              "The Grafana that shows the dashboards.",
              text("version", "Its version, from 9.4."),
              address("url", "Its address, with the path below which it is served."),
              entries(
                  "organisations",
                  "Its organisations: the first sees what no other does.",
                  whole("id", "Its number in Grafana.", MOST)
                      .needed("an organisation needs an id: its number in Grafana"),
                  text("name", "Its name.").needed("an organisation needs a name"))),
          tenants(),
          entries(
              "federations",
              "Tenants whose series are read together.",
              text("name", "Its name.").needed("a federation needs a name"),
              text("owner", "The tenant whose ruler evaluates its rules and gets their results.")
                  .needed(
                      "a federation needs an owner: the tenant whose ruler evaluates its rules"),
              texts("members", "The tenants that are read: two at least.")),
          entries(
              "systems",
              "Systems elsewhere that may send series through the gateway.",
              text("key", "The key by which the system is known.").needed("a system needs a key"),
              text("tenant", "The tenant whose series they become.")
                  .needed("a system needs a tenant")),
          targets(),
          group(
              "sizes",
              "How large the cluster is, from which the number of series follows.",
              whole("nodes", "Nodes with GPUs.", MOST),
              whole("gpus-per-node", "GPUs of each node.", MOST),
              whole("projects", "Projects.", MOST),
              whole("workloads", "Workloads at a time.", MOST),
              whole("pods", "Pods at a time.", MOST)),
          text("secrets", "The folder in which each secret is a file, where servers read it."),
          notifications());

  private SiteKeys() {}

  private static Key store() {
    return group(
        "store",
        "Where series are kept.",
        words("kind", "What keeps them.", Stream.of(Store.Kind.values()).map(Store.Kind::id).toList()),
        address("read", "Its address for queries, as Grafana sees it."),
        address("write", "Its address for remote write, as the cluster's Prometheus sees it."),
        text("user", "Who logs in; for Grafana Cloud the number of the instance."),
        text("password", "The file of the password or token, by its name in the secrets' folder."),
        text("ca", "The file of the certificates that vouch for it."));
  }

  private static Key tenants() {
    return entries(
        "tenants",
        "Those whose series the store keeps apart.",
        text("name", "Its name, as requests carry it in X-Scope-OrgID.")
            .needed("a tenant needs a name"),
        flag("operator", "Whether it holds the series of the store itself."),
        flag("rules", "Whether rules run for it."),
        text("organisation", "The organisation of Grafana that sees it; the first if left out."),
        group("limits", "Limits that the store's runtime configuration sets.", limits(false)),
        group(
            "gem",
            "What the admin API of Grafana Enterprise Metrics is told.",
            group("limits", "Limits: with any of them, those of 'limits' would not hold.", limits(true)),
            texts("access", "Selectors: who reads the tenant sees series that one of them fits.")));
  }

  private static Key[] limits(boolean gem) {
    return Stream.of(TenantLimit.values())
        .map(limit -> limit(limit, gem))
        .toArray(Key[]::new);
  }

  private static Key limit(TenantLimit limit, boolean gem) {
    if (limit.isGemOnly() && !gem) {
      return refused(
          limit.id(),
          "'" + limit.id() + "' is a limit of GEM alone: Mimir refuses the whole file that has it",
          "Move it to gem: {limits: {...}}");
    }
    String meaning = "Most " + limit.meaning() + ".";
    return limit.isLength()
        ? text(limit.id(), "How long samples are kept, such as 90d; 0 for ever.")
        : new Key(limit.id(), meaning, new Key.Shape.Whole(0, Integer.MAX_VALUE), "");
  }

  private static Key targets() {
    return group(
        "targets",
        "What is scraped besides what the cluster finds by itself.",
        entries(
            "gpu-nodes",
            "Nodes with GPUs: the exporters of DCGM and of the node.",
            text("name", "Its name in Kubernetes.").needed("a node needs a name"),
            HOST),
        entries("inference", "Model servers.", HOST, PORT),
        entries("vector-db", "Qdrant.", HOST, PORT),
        entries("gateways", "LiteLLM.", HOST, PORT),
        addresses("certificates", "Addresses whose certificates are watched."),
        group("blackbox", "The exporter that looks at certificates.", HOST, PORT));
  }

  private static Key notifications() {
    return group(
        "notifications",
        "Who learns of alerts.",
        entries(
            "receivers",
            "Those who can learn of alerts, each in one or more ways.",
            text("name", "Its name.").needed("a receiver needs a name"),
            text("pagerduty", "The file of the integration key."),
            text("slack", "The file of the hook's address."),
            text("channel", "The channel in Slack, if it is not the hook's own."),
            text("webhook", "The file of the address."),
            text("email", "The mailbox.")),
        text("usual", "Who learns of alerts that no route fits."),
        text("heartbeat", "Who is told every five minutes that alerts get through."),
        entries(
            "routes",
            "Which alerts go where: the first that fits decides.",
            words(
                "severity",
                "Only those of this severity; critical and warning if left out.",
                Stream.of(Urgency.values()).map(Urgency::label).toList()),
            text("team", "Only those for this team."),
            texts("to", "The receivers, all of which learn of them.")
                .needed("a route needs receivers: to: [a, b]"),
            texts("quiet", "The quiet times at which they do not.")),
        entries(
            "quiet",
            "Times at which routes that name them are silent.",
            text("name", "Its name.").needed("a quiet time needs a name"),
            texts("weekdays", "Days such as monday:friday; all if left out."),
            texts("times", "Times such as 18:00-24:00; all day if left out."),
            text("zone", "The time zone, such as Europe/Berlin; UTC if left out.")),
        group(
            "mail",
            "How Alertmanager sends e-mail.",
            text("from", "The sender.").needed("mail needs a sender: from"),
            text("host", "The server with its port.").needed("mail needs a server: host"),
            text("user", "Who logs in."),
            text("password", "The file of the password.")));
  }
}
