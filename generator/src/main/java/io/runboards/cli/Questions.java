package io.runboards.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Asks somebody at a terminal, or nobody. */
sealed interface Questions {
  /** The answer; the usual one if there is none. */
  String answer(String question, String usual);

  /** Asks nobody: every answer is the usual one. */
  record Nobody() implements Questions {
    @Override
    public String answer(String question, String usual) {
      return usual;
    }
  }

  /** Asks a line at a time; at the end of the input, every answer is the usual one. */
  record Terminal(PrintWriter out, BufferedReader in) implements Questions {
    static Terminal on(PrintWriter out) {
      return new Terminal(
          out, new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }

    @Override
    public String answer(String question, String usual) {
      out.println(usual.isEmpty() ? question + "?" : question + "? [" + usual + "]");
      out.flush();
      try {
        String line = in.readLine();
        return line == null || line.isBlank() ? usual : line.strip();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
