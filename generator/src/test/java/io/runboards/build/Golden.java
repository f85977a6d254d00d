package io.runboards.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Expected outputs that are files: {@code make golden} rewrites them. */
public final class Golden {
  private Golden() {}

  /** A folder holds these texts, by their paths in it, and nothing else. */
  public static void compare(Path folder, Map<String, String> texts) throws IOException {
    if (Repository.REWRITE) {
      rewrite(folder, texts);
    }
    Map<String, String> recorded = read(folder);
    assertThat(recorded.keySet())
        .as("the files of %s: run 'make golden'", folder)
        .isEqualTo(texts.keySet());
    texts.forEach((name, text) ->
        assertThat(text).as("%s: run 'make golden'", name).isEqualTo(recorded.get(name)));
  }

  private static void rewrite(Path folder, Map<String, String> texts) throws IOException {
    for (String old : read(folder).keySet()) {
      if (!texts.containsKey(old)) {
        Files.delete(folder.resolve(old));
      }
    }
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = folder.resolve(text.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.getValue());
    }
  }

  private static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String name = folder.relativize(file).toString().replace('\\', '/');
          texts.put(name, Files.readString(file));
        }
      }
    }
    return texts;
  }
}
