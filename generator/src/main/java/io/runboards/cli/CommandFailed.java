package io.runboards.cli;

/** A command cannot do what it was asked for. The message is all that the user sees. */
final class CommandFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  CommandFailed(String message) {
    super(message, null, false, false);
  }
}
