package io.runboards.deploy;

/** Who may change a thing. */
public sealed interface Owner {
  /** A site of runboards. */
  record Site(String name) implements Owner {}

  /** Nobody says that it is theirs: people made it. */
  record Nobody() implements Owner {}

  /** Files that the server reads at its start. */
  record Files() implements Owner {}

  /** Another program. */
  record Other(String name) implements Owner {}

  /** The owner in words. */
  default String words() {
    return switch (this) {
      case Site(String name) -> "site '" + name + "' of runboards";
      case Nobody() -> "nobody";
      case Files() -> "the server's provisioning files";
      case Other(String name) -> name;
    };
  }
}
