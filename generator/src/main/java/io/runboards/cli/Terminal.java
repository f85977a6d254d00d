package io.runboards.cli;

import java.io.Console;
import java.util.Optional;

/** Somebody who sits there and can be asked. */
interface Terminal {
  /** Nobody. */
  Terminal NONE =
      new Terminal() {
        @Override
        public boolean isThere() {
          return false;
        }

        @Override
        public Optional<String> ask(String question) {
          return Optional.empty();
        }
      };

  boolean isThere();

  /** The answer; empty if there is none. */
  Optional<String> ask(String question);

  /** Whoever started this process. */
  static Terminal ofThisProcess() {
    Console console = System.console();
    return console == null ? NONE : new OfConsole(console);
  }

  /**
   * Whoever sits at a console.
   *
   * @param console the console
   */
  record OfConsole(Console console) implements Terminal {
    @Override
    public boolean isThere() {
      return true;
    }

    @Override
    public Optional<String> ask(String question) {
      return Optional.ofNullable(console.readLine("%s", question));
    }
  }
}
