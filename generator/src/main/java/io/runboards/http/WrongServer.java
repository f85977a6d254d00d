package io.runboards.http;

/** A server that must not or cannot be talked to as it was asked for. */
public final class WrongServer extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  WrongServer(String message) {
    super(message);
  }
}
