package io.runboards.cli;

import static java.util.stream.Collectors.joining;

import io.runboards.dashboard.Installation;
import io.runboards.finding.Finding;
import io.runboards.site.Setup.Store.Kind;
import io.runboards.site.Site;
import io.runboards.site.SiteDraft;
import io.runboards.site.SiteFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a site: writes its file from a few answers. */
@Command(
    name = "new",
    description = "Begin a site: write provisioning/sites/NAME.yaml.",
    footer = {
      "",
      "With no option it asks; with any, it takes the usual for the others. A file",
      "that is there is never changed.",
      "",
      "Examples:",
      "  runboards site new berlin",
      "  runboards site new berlin --store mimir --tenants team-a,team-b"
    })
final class SiteNew implements Callable<Integer> {
  private static final String KINDS =
      Stream.of(Kind.values()).map(Kind::id).collect(joining(", "));

  @Spec private CommandSpec spec;
  @ParentCommand private SiteCommand parent;

  @Parameters(paramLabel = "NAME", description = "The name: small letters, digits and dashes.")
  private String name;

  @Option(
      names = "--cluster-version",
      paramLabel = "VERSION",
      description = "The version of Run:ai. Default: the newest that is known.")
  private String version;

  @Option(
      names = "--store",
      paramLabel = "KIND",
      description = "prometheus, mimir or grafana-cloud. Default: prometheus.")
  private String store;

  @Option(
      names = "--read",
      paramLabel = "URL",
      description = "The store's address for queries, as Grafana sees it.")
  private String read;

  @Option(
      names = "--write",
      paramLabel = "URL",
      description = "The store's address for remote write.")
  private String write;

  @Option(names = "--user", paramLabel = "USER", description = "Who logs in to the store.")
  private String user;

  @Option(
      names = "--password",
      paramLabel = "NAME",
      description = "The name of the file with the store's password, not the password.")
  private String password;

  @Option(names = "--grafana", paramLabel = "URL", description = "The address of Grafana.")
  private String grafana;

  @Option(
      names = "--tenants",
      paramLabel = "NAME",
      split = ",",
      description = "The tenants of a Mimir.")
  private List<String> tenants;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Path file = SiteLookup.sites(parent.around().folder()).file(name);
    if (Files.exists(file)) {
      throw isThere(file);
    }
    boolean asks = spec.commandLine().getParseResult().matchedOptions().isEmpty();
    String text = draft(asks ? Questions.Terminal.on(out) : new Questions.Nobody()).text();
    check(file, text);
    write(file, text);
    out.println("wrote " + file);
    out.println("Read it over, then run: runboards generate --site " + name);
    return ExitCode.OK;
  }

  private SiteDraft draft(Questions ask) {
    String newest = Installation.NEWEST.version().toString();
    String cluster = or(version, ask, "Version of Run:ai", newest);
    Kind kind = kind(or(store, ask, "Store: " + KINDS, Kind.PROMETHEUS.id()));
    Addresses usual = Addresses.of(kind);
    String queries = or(read, ask, "Its address for queries, as Grafana sees it", usual.read());
    String login = user == null ? "" : user;
    String incoming = write == null ? "" : write;
    List<String> sharing = tenants == null ? List.of() : tenants;
    if (kind != Kind.PROMETHEUS) {
      incoming = or(write, ask, "Its address for remote write", usual.write());
    }
    if (kind == Kind.GRAFANA_CLOUD) {
      login = or(user, ask, "Number of its instance", "");
      demand(queries, incoming, login);
    }
    if (kind == Kind.MIMIR && tenants == null) {
      String answer = ask.answer("Its tenants, with commas between them (none: one for all)", "");
      sharing = Stream.of(answer.split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList();
    }
    return new SiteDraft(
        name,
        cluster,
        kind,
        queries,
        incoming,
        login,
        password == null ? usual.password() : password,
        or(grafana, ask, "Address of Grafana", Site.Grafana.USUAL.url().toString()),
        sharing);
  }

  private static String or(String given, Questions ask, String question, String usual) {
    return given == null ? ask.answer(question, usual) : given;
  }

  private static Kind kind(String word) {
    return Stream.of(Kind.values())
        .filter(it -> it.id().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new CommandFailed("'" + word + "' is no kind of store; there are " + KINDS));
  }

  private static void demand(String queries, String incoming, String login) {
    if (queries.isEmpty() || incoming.isEmpty() || login.isEmpty()) {
      throw new CommandFailed("a site in Grafana Cloud needs --read, --write and --user");
    }
  }

  /** Where a store is found that nobody moved, and the file of its password. */
  private record Addresses(String read, String write, String password) {
    static Addresses of(Kind kind) {
      return switch (kind) {
        case PROMETHEUS -> new Addresses("http://prometheus:9090", "", "STORE_PASSWORD");
        case MIMIR ->
            new Addresses(
                "http://mimir:9009/prometheus",
                "http://mimir:9009/api/v1/push",
                "STORE_PASSWORD");
        case GRAFANA_CLOUD -> new Addresses("", "", "GRAFANA_CLOUD_TOKEN");
      };
    }
  }

  private void check(Path file, String text) {
    List<Finding> findings =
        SiteFile.parse(file.toString(), text, List.of(), parent.around().environment()).findings();
    if (!findings.isEmpty()) {
      throw new CommandFailed(
          findings.stream()
              .map(it -> it.advice().isEmpty() ? it.message() : it.message() + ". " + it.advice())
              .collect(joining("\n")));
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw isThere(file);
    } catch (IOException e) {
      throw new CommandFailed("cannot write " + file + ": " + e.getMessage());
    }
  }

  private static CommandFailed isThere(Path file) {
    return new CommandFailed(file + " is there already; choose another name, or change that file");
  }
}
