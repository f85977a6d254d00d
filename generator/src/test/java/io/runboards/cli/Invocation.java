package io.runboards.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What a command printed, and how it ended.
 *
 * <p>Standard input belongs to the whole process, so whoever uses this must run alone.
 */
record Invocation(String out, String err, int exitCode) {

  static Invocation of(String... args) {
    return with("", args);
  }

  static Invocation with(String input, String... args) {
    return with(input.getBytes(StandardCharsets.UTF_8), args);
  }

  static Invocation with(byte[] input, String... args) {
    return with(SampleWorkspace.at(Path.of("")), input, args);
  }

  static Invocation with(Surroundings around, byte[] input, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input));
    try {
      int exitCode = Runboards.run(around, new PrintWriter(out), new PrintWriter(err), args);
      return new Invocation(out.toString(), err.toString(), exitCode);
    } finally {
      System.setIn(before);
    }
  }
}
