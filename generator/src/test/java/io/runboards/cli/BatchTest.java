package io.runboards.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("standard input belongs to the whole process")
class BatchTest {
  private static final String[] BATCH = {"promql", "parse", "--batch", "-"};
  private static final String UP = "{\"ok\":true,\"type\":\"vector\",\"printed\":\"up\"}\n";

  @Test
  void bytesThatAreNoUtf8AreAnErrorInTheQueryAndElsewhereDoNotMatter() {
    String lines = "{\"expr\":\"{a='\u00ff'}\"}\n{\"expr\":\"up\",\"note\":\"\u00ff\"}\n";
    Invocation answer = Invocation.with(lines.getBytes(ISO_8859_1), BATCH);
    assertThat(answer.out())
        .startsWith("{\"ok\":false,\"error\":{\"message\":\"invalid UTF-8")
        .endsWith("\n" + UP);
    assertThat(answer.err()).isEqualTo("2 lines: 1 parsed, 1 rejected\n");
    assertThat(answer.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void anEmptyInputHasNoAnswers() {
    assertThat(Invocation.with("", BATCH))
        .isEqualTo(new Invocation("", "0 lines: 0 parsed, 0 rejected\n", 0));
  }

  @Test
  void linesMayEndLikeOnWindowsAndTheLastOneNeedsNoEnd() {
    Invocation answer = Invocation.with("{\"expr\":\"up\"}\r\n{\"expr\":\"up\"}", BATCH);
    assertThat(answer).isEqualTo(new Invocation(UP + UP, "2 lines: 2 parsed, 0 rejected\n", 0));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLine() {
    Invocation answer = Invocation.with("\uFEFF{\"expr\":\"up\"}\n".getBytes(UTF_8), BATCH);
    assertThat(answer).isEqualTo(new Invocation(UP, "1 line: 1 parsed, 0 rejected\n", 0));
  }

  @Test
  void whoeverWaitsForAnAnswerGetsItBeforeTheNextLine() throws Exception {
    InputStream before = System.in;
    try (PipedReader answers = new PipedReader()) {
      Thread batch;
      try (PipedOutputStream questions = new PipedOutputStream()) {
        System.setIn(new PipedInputStream(questions));
        PrintWriter out = new PrintWriter(new BufferedWriter(new PipedWriter(answers)));
        PrintWriter err = new PrintWriter(Writer.nullWriter());
        batch =
            Thread.startVirtualThread(
                () -> Runboards.run(SampleWorkspace.at(Path.of("")), out, err, BATCH));
        BufferedReader lines = new BufferedReader(answers);
        for (int i = 0; i < 3; i++) {
          questions.write("{\"expr\":\"up\"}\n".getBytes(UTF_8));
          questions.flush();
          assertThat(lines.readLine() + "\n").isEqualTo(UP);
        }
      }
      batch.join();
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void anObjectThatNestsWithoutEndIsMalformed() {
    Invocation answer = Invocation.with("{\"a\":".repeat(100_000) + "\n", BATCH);
    assertThat(answer.err()).isEqualTo("1 line: 0 parsed, 0 rejected, 1 malformed\n");
    assertThat(answer.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void manyLinesAreAnsweredInTheirOrder() {
    StringBuilder input = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      input.append("{\"expr\":\"").append(i).append("\"}\n");
      expected.append("{\"ok\":true,\"type\":\"scalar\",\"printed\":\"").append(i).append("\"}\n");
    }
    Invocation answer = Invocation.with(input.toString().getBytes(UTF_8), BATCH);
    assertThat(answer.out()).isEqualTo(expected.toString());
    assertThat(answer.err()).isEqualTo("20000 lines: 20000 parsed, 0 rejected\n");
  }
}
