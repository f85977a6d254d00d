package io.runboards.build;

import java.nio.file.Path;
import java.util.Optional;

/** The checkout that the tests run in. */
public final class Repository {
  public static final Path ROOT =
      Path.of(
          Optional.ofNullable(System.getProperty("runboards.root"))
              .orElseThrow(() -> new IllegalStateException("set -Drunboards.root")));

  /**
   * Whether tests shall rewrite what they compare with: {@code make format}, {@code make golden}.
   */
  public static final boolean REWRITE = Boolean.getBoolean("runboards.rewrite");

  private Repository() {}
}
