package io.runboards.cli;

import io.runboards.finding.Finding;
import io.runboards.site.EnvFile;
import io.runboards.site.Setting;
import io.runboards.site.SiteFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** What a command line says besides a site's file: values, and where variables come from. */
final class SiteOptions {
  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Use this value in the place of the site's, such as grafana.version=9.4.")
  private List<Setting> settings = List.of();

  @Option(
      names = "--env",
      paramLabel = "FILE",
      description = {
        "A file of NAME=value lines, such as .env, for the",
        "site's $${NAME}. It counts more than the environment."
      })
  private Path env;

  /** Reads a site's file; {@code file} may be wrong. */
  SiteFile.Read parse(Path file, Surroundings around) {
    String source = file.toString();
    return SiteFile.parse(
        source,
        QueryInput.text(source),
        settings,
        environment(around),
        SitesBeside.of(file));
  }

  private Function<String, Optional<String>> environment(Surroundings around) {
    if (env == null) {
      return around.environment();
    }
    String source = around.folder().resolve(env).toString();
    EnvFile file = EnvFile.parse(source, QueryInput.text(source));
    if (!file.findings().isEmpty()) {
      throw new CommandFailed(lines(file.findings()));
    }
    return name -> file.value(name).or(() -> around.environment().apply(name));
  }

  static String lines(List<Finding> findings) {
    return String.join("\n", findings.stream().map(Finding::toString).toList());
  }
}
