package io.runboards.cli;

import io.runboards.simulate.Size;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which platform is simulated: how large it is, and which of all of this size. */
final class PlatformOptions {
  private static final int USUAL_GPUS = 8;

  @ArgGroup(exclusive = true)
  private Large large = new Large();

  /** How large it is, in one of two words. */
  private static final class Large {
    @Option(
        names = "--gpus",
        paramLabel = "N",
        description = "How many GPUs are simulated, eight in a node.")
    private Optional<Integer> gpus = Optional.empty();

    @Option(
        names = "--nodes",
        paramLabel = "N",
        description = "How many nodes with eight GPUs are simulated.")
    private Optional<Integer> nodes = Optional.empty();
  }

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = {
        "Which of all platforms of this size. The same",
        "seed always gives the same history. Default: 1."
      })
  private long seed;

  /** Whether somebody said how large it is. */
  boolean hasSize() {
    return large.gpus.isPresent() || large.nodes.isPresent();
  }

  long seed() {
    return seed;
  }

  /**
   * How large it is.
   *
   * @param usual how large it is if nothing is said
   */
  Size size(Size usual) {
    try {
      return large
          .gpus
          .map(Size::ofGpus)
          .or(() -> large.nodes.map(nodes -> new Size(nodes, USUAL_GPUS, 1)))
          .orElse(usual);
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(e.getMessage());
    }
  }
}
