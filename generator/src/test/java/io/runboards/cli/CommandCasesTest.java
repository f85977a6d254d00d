package io.runboards.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.runboards.build.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Whole commands and their whole output: every file in the folder of cases is one. */
@Isolated("standard input belongs to the whole process")
class CommandCasesTest {
  @TestFactory
  Stream<DynamicTest> everyCommandPrintsWhatItsCaseSays(@TempDir Path temporary)
      throws IOException {
    List<Path> cases = CommandCase.all();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(25);
    return cases.stream()
        .map(file ->
            dynamicTest(file.getFileName().toString(), file.toUri(), () -> check(file, temporary)));
  }

  @Test
  void theFolderHoldsNothingButCases() throws IOException {
    assertThat(CommandCase.all())
        .allSatisfy(file -> assertThat(file).isRegularFile().hasExtension("txt"))
        .allSatisfy(file -> CommandCase.read(file));
  }

  private static void check(Path file, Path temporary) throws IOException {
    CommandCase expected = CommandCase.read(file);
    Path directory = Files.createDirectory(temporary.resolve(file.getFileName()));
    Invocation actual = expected.run(directory);
    if (Repository.REWRITE) {
      Files.writeString(file, expected.with(actual));
      return;
    }
    assertThat(expected.with(actual)).isEqualTo(Files.readString(file));
    assertThat(actual.out() + actual.err()).doesNotContainPattern("[ \t]\n|\r|\tat ");
  }

  @Test
  void aCaseHoldsArgumentsInputFilesAndAnOutcome() {
    CommandCase read =
        CommandCase.parse(
            """
            $ runboards a 'b "c" d' "it's" ''
            <<< first
            <<<
            <<<  third
            --- file one.txt
            text

            --- file empty.txt
            --- out
            printed

            --- err
            complained
            --- exit 64
            """);
    assertThat(read.args()).containsExactly("a", "b \"c\" d", "it's", "");
    assertThat(read.input()).isEqualTo("first\n\n third\n");
    assertThat(read.files()).containsEntry("one.txt", "text\n\n").containsEntry("empty.txt", "");
    assertThat(read.expected()).isEqualTo(new Invocation("printed\n\n", "complained\n", 64));
  }

  @Test
  void aRewrittenCaseKeepsItsQuestion() {
    String text = "$ runboards x\n<<< y\n--- file z\n1\n--- out\nold\n--- exit 1\n";
    assertThat(CommandCase.parse(text).with(new Invocation("", "new\n", 0)))
        .isEqualTo("$ runboards x\n<<< y\n--- file z\n1\n--- err\nnew\n--- exit 0\n");
  }

  @Test
  void aFileThatIsNoCaseIsRefused() {
    refuses("runboards x\n--- exit 0\n", "line 1: a case begins with '$ runboards'");
    refuses("$ runboards 'x\n--- exit 0\n", "a quote stays open:  'x");
    refuses("$ runboards x\n", "line 2: expected '--- exit N' as the last line");
    refuses("$ runboards x\n--- exit 0", "line 1: the last line does not end");
    refuses("$ runboards x\n--- exit\n", "line 2: expected '--- exit N' as the last line");
    refuses("$ runboards x\n--- exit 0\nmore\n", "line 2: expected '--- exit N' as the last line");
    refuses("$ runboards x\n--- out\n--- exit 0\n", "line 3: an empty section is left out");
    refuses(
        "$ runboards x\n--- err\na\n--- out\nb\n--- exit 0\n",
        "line 4: expected '--- exit N' as the last line");
  }

  private static void refuses(String text, String why) {
    assertThatIllegalArgumentException().isThrownBy(() -> CommandCase.parse(text)).withMessage(why);
  }

  @Test
  void outputThatACaseCannotHoldIsRefused() {
    CommandCase any = CommandCase.parse("$ runboards x\n--- exit 0\n");
    assertThatIllegalStateException()
        .isThrownBy(() -> any.with(new Invocation("no line feed", "", 0)));
    assertThatIllegalStateException()
        .isThrownBy(() -> any.with(new Invocation("--- exit 0\n", "", 0)));
  }
}
