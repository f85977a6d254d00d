package io.runboards.cli;

import io.runboards.json.JsonWriter;
import io.runboards.site.DataSource;
import io.runboards.site.Federation;
import io.runboards.site.Setup;
import io.runboards.site.Setup.Store;
import io.runboards.site.Site;
import io.runboards.site.Tenant;
import io.runboards.site.TenantLimit;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a site as it is understood: with what it inherits, and with all variables filled in. */
@Command(
    name = "show",
    description = "Show a site as it is understood, with all that it inherits.",
    footer = {
      "",
      "No secret is shown, since none is known: only the names of their files.",
      "",
      "Example:",
      "  runboards site show example --env .env"
    })
final class SiteShow implements Runnable {
  @Spec private CommandSpec spec;
  @ParentCommand private SiteCommand parent;

  @Parameters(
      paramLabel = "NAME|FILE",
      arity = "0..1",
      defaultValue = "example",
      description = "The site. Default: example.")
  private String name;

  @Mixin private SiteOptions options;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How to print. Default: text.")
  private Format format;

  @Override
  public void run() {
    Site site = SiteLookup.read(name, options, parent.around()).site();
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      JsonWriter.pretty(out, json -> write(json, site));
    } else {
      print(site, out);
    }
  }

  private static void print(Site site, PrintWriter out) {
    Setup setup = site.setup();
    Table facts = new Table("site", site.name());
    facts.row("cluster", "%s, %s, Run:ai %s".formatted(setup.cluster(), setup.environment(), site.cluster()));
    facts.row("store", store(setup.store()));
    facts.row("grafana", "%s at %s".formatted(site.grafana().version(), site.grafana().url()));
    facts.row("runbooks", site.runbooks().map(Object::toString).orElse("none"));
    facts.row("targets", targets(setup.targets()));
    facts.row(
        "systems",
        listed(setup.systems().stream().map(it -> it.key() + " as " + it.tenant()).toList()));
    facts.row(
        "receivers", listed(site.notifications().receivers().stream().map(it -> it.name()).toList()));
    facts.print(out);
    out.println();
    sources(site).print(out);
    if (!site.tenants().isEmpty()) {
      out.println();
      tenants(site).print(out);
    }
    if (site.tenants().stream().anyMatch(SiteShow::isLimited)) {
      out.println();
      limits(site).print(out);
    }
  }

  private static boolean isLimited(Tenant tenant) {
    return !tenant.limits().isEmpty() || !tenant.gem().limits().isEmpty();
  }

  private static String store(Store store) {
    return store.kind().id()
        + " at "
        + store.read()
        + store.write().map(it -> ", written at " + it).orElse("");
  }

  private static String targets(Setup.Targets targets) {
    return "gpu-nodes %s, inference %s, vector-db %s, gateways %s, certificates %s"
        .formatted(
            targets.gpuNodes().size(),
            targets.inference().size(),
            targets.vectorDatabases().size(),
            targets.gateways().size(),
            targets.certificates().size());
  }

  private static Table sources(Site site) {
    Table table = new Table("DATA SOURCE", "TENANTS", "ORGANISATION");
    site.dataSources()
        .forEach(it ->
            table.row(it.uid(), listed(it.tenants()), it.organisation().name()));
    return table;
  }

  private static Table tenants(Site site) {
    Table table = new Table("TENANT", "RULES", "READERS SEE");
    for (Tenant tenant : site.tenants()) {
      table.row(
          tenant.name(),
          !tenant.rules() ? "none" : tenant.operator() ? "its own and the store's" : "its own",
          tenant.gem().access().isEmpty()
              ? "everything"
              : String.join(" or ", tenant.gem().access()));
    }
    return table;
  }

  private static Table limits(Site site) {
    Table table = new Table("TENANT", "LIMIT", "VALUE", "SET BY");
    for (Tenant tenant : site.tenants()) {
      tenant
          .limits()
          .forEach((limit, value) ->
              table.row(tenant.name(), limit.id(), value, "runtime configuration"));
      tenant
          .gem()
          .limits()
          .forEach((limit, value) -> table.row(tenant.name(), limit.id(), value, "admin API"));
    }
    return table;
  }

  private static String listed(List<String> words) {
    return words.isEmpty() ? "-" : String.join(", ", words);
  }

  private static void write(JsonWriter json, Site site) {
    Setup setup = site.setup();
    json.field("name", site.name());
    json.object(
        "cluster",
        it -> {
          it.field("name", setup.cluster());
          it.field("version", site.cluster().toString());
          it.field("environment", setup.environment());
        });
    json.object("store", it -> write(it, setup.store()));
    json.object(
        "grafana",
        it -> {
          it.field("version", site.grafana().version().toString());
          it.field("url", site.grafana().url().toString());
        });
    site.runbooks().ifPresent(it -> json.field("runbooks", it.toString()));
    json.objects("datasources", site.dataSources(), SiteShow::write);
    json.objects("tenants", site.tenants(), SiteShow::write);
    json.objects("federations", site.federations(), SiteShow::write);
  }

  private static void write(JsonWriter json, Store store) {
    json.field("kind", store.kind().id());
    json.field("read", store.read().toString());
    store.write().ifPresent(it -> json.field("write", it.toString()));
  }

  private static void write(JsonWriter json, DataSource source) {
    json.field("uid", source.uid());
    json.field("name", source.name());
    json.field("tenants", source.tenants());
    json.field("organisation", source.organisation().id());
  }

  private static void write(JsonWriter json, Tenant tenant) {
    json.field("name", tenant.name());
    json.field("operator", tenant.operator());
    json.field("rules", tenant.rules());
    json.object("limits", it -> write(it, tenant.limits()));
    json.object(
        "gem",
        gem -> {
          gem.object("limits", it -> write(it, tenant.gem().limits()));
          gem.field("access", tenant.gem().access());
        });
  }

  private static void write(JsonWriter json, Map<TenantLimit, String> limits) {
    limits.forEach((limit, value) -> json.field(limit.id(), value));
  }

  private static void write(JsonWriter json, Federation federation) {
    json.field("name", federation.name());
    json.field("owner", federation.owner());
    json.field("members", federation.members());
  }
}
