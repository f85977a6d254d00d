package io.runboards.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every Java file is formatted by google-java-format; {@code make format} applies it. */
class FormattingTest {

  @Test
  void everySourceIsFormatted() throws Exception {
    Formatter formatter = new Formatter();
    try (Stream<Path> files = Files.walk(Repository.ROOT)) {
      List<Path> sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().contains("/target/"))
              .sorted()
              .toList();
      assertThat(sources).hasSizeGreaterThan(50);
      for (Path source : sources) {
        String text = Files.readString(source);
        String imports = RemoveUnusedImports.removeUnusedImports(text);
        String formatted =
            formatter.formatSource(ImportOrderer.reorderImports(imports, Style.GOOGLE));
        if (Repository.REWRITE && !formatted.equals(text)) {
          Files.writeString(source, formatted);
        } else {
          assertThat(text).as("%s: run 'make format'", source).isEqualTo(formatted);
        }
      }
    }
  }
}
