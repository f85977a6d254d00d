package io.runboards.http;

/** Who sends requests. */
public sealed interface Credentials {
  /** Nobody in particular. */
  record None() implements Credentials {}

  /** A user with a password. */
  record Basic(String user, Secret password) implements Credentials {}

  /** Whoever holds a token. */
  record Token(Secret token) implements Credentials {}
}
