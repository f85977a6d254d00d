package io.runboards.cli;

import io.runboards.promql.Feature;
import io.runboards.promql.Syntax;
import io.runboards.promql.Syntax.Dialect;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that choose a PromQL. */
final class SyntaxOptions {
  private static final String ALL = "all";

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--dialect",
      paramLabel = "prometheus|grafana",
      defaultValue = "prometheus",
      description = {
        "In the grafana dialect, dashboard variables are part of the language.",
        "Default: prometheus."
      })
  private Dialect dialect;

  @Option(
      names = "--features",
      split = ",",
      paramLabel = "FEATURE,...",
      hideParamSyntax = true,
      description = {
        "Experimental parts of the language to switch on, as Prometheus calls them:",
        "promql-experimental-functions,",
        "promql-duration-expr,",
        "promql-extended-range-selectors,",
        "promql-binop-fill-modifiers; or all."
      })
  private List<String> features = List.of();

  Syntax syntax() {
    return new Syntax(dialect, switchedOn());
  }

  private Set<Feature> switchedOn() {
    return features.stream()
        .flatMap(
            flag -> flag.equals(ALL) ? Arrays.stream(Feature.values()) : Stream.of(feature(flag)))
        .collect(Collectors.toSet());
  }

  private Feature feature(String flag) {
    return Feature.withFlag(flag)
        .orElseThrow(() ->
            new CommandLine.ParameterException(
                spec.commandLine(),
                "unknown feature '%s'; there are all, %s"
                    .formatted(
                        flag,
                        Arrays.stream(Feature.values())
                            .map(Feature::flag)
                            .collect(Collectors.joining(", ")))));
  }
}
