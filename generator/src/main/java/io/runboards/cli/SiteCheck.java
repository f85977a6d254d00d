package io.runboards.cli;

import io.runboards.finding.Finding;
import io.runboards.json.JsonWriter;
import io.runboards.site.SiteFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what is wrong in site files. */
@Command(
    name = "check",
    description = "Tell what is wrong in site files, with file, line and column.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:nothing is wrong",
      " 1:something is wrong, or could not be read",
      "64:the command line is wrong"
    },
    footer = {
      "",
      "What dashboards and rules make of a site, 'runboards generate' checks.",
      "",
      "Examples:",
      "  runboards site check",
      "  runboards site check example --env .env"
    })
final class SiteCheck implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private SiteCommand site;

  @Parameters(
      paramLabel = "NAME|FILE",
      arity = "0..*",
      description = "The sites. Default: all in provisioning/sites.")
  private List<String> names = List.of();

  @Mixin private SiteOptions options;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How to print. Default: text.")
  private Format format;

  /** A file and what is wrong in it. */
  private record Checked(Path file, List<Finding> findings) {}

  @Override
  public Integer call() {
    Surroundings around = site.around();
    List<Checked> checked =
        files(around).stream()
            .map(file -> {
              SiteFile.Read read = options.parse(file, around);
              return new Checked(file, read.findings());
            })
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      JsonWriter.pretty(out, json -> json.objects("sites", checked, SiteCheck::write));
    } else {
      print(checked, out);
    }
    return checked.stream().allMatch(it -> it.findings().isEmpty())
        ? ExitCode.OK
        : ExitCode.FAILED;
  }

  private List<Path> files(Surroundings around) {
    if (!names.isEmpty()) {
      return names.stream().map(name -> SiteLookup.file(name, around.folder())).toList();
    }
    SitesBeside sites = SiteLookup.sites(around.folder());
    if (sites.names().isEmpty()) {
      throw new CommandFailed("there are no sites in " + sites.folder());
    }
    return sites.names().stream().map(sites::file).toList();
  }

  private static void print(List<Checked> checked, PrintWriter out) {
    for (Checked site : checked) {
      if (site.findings().isEmpty()) {
        out.println(site.file() + ": nothing is wrong");
      }
      site.findings().forEach(out::println);
    }
  }

  private static void write(JsonWriter json, Checked site) {
    json.field("file", site.file().toString());
    json.objects(
        "findings",
        site.findings(),
        (item, finding) -> {
          item.field("source", finding.place().source());
          item.field("line", finding.place().line());
          item.field("column", finding.place().column());
          CheckAnswer.write(item, finding);
        });
  }
}
