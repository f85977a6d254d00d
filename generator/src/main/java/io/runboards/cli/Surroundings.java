package io.runboards.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * What commands find where they run.
 *
 * @param content what is shipped
 * @param folder the folder that relative paths start from
 * @param environment the values of environment variables
 * @param clock tells the time
 * @param terminal who can be asked
 */
record Surroundings(
    Content content,
    Path folder,
    Function<String, Optional<String>> environment,
    InstantSource clock,
    Terminal terminal) {

  /** Those of this process. */
  static Surroundings ofThisProcess(Content content) {
    return new Surroundings(
        content,
        Path.of(""),
        name -> Optional.ofNullable(System.getenv(name)),
        InstantSource.system(),
        Terminal.ofThisProcess());
  }

  /** The same with other variables. */
  Surroundings with(Function<String, Optional<String>> variables) {
    return new Surroundings(content, folder, variables, clock, terminal);
  }
}
