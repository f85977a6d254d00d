package io.runboards.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No file of the repository knows the machine or the network that it was written in. */
class RepositoryTextTest {

  /** Hosts that packages are downloaded from. The patterns do not match themselves. */
  private static final Pattern REGISTRY =
      Pattern.compile(
          "repo1?[.]maven|central[.]sonatype|oss[.]sonatype|plugins[.]gradle[.]org"
              + "|registry[.]npmjs|registry[.]yarnpkg|pypi[.]org|files[.]pythonhosted"
              + "|proxy[.]golang|sum[.]golang|index[.]crates|static[.]crates|rubygems[.]org"
              + "|[.]jfrog[.]io|[/.]artifactory[/.]|[/.]nexus[/.]");

  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?<![\\w.~})-])/(?:root|work|home|Users)/");

  @Test
  void noTextNamesAPackageRegistry() throws Exception {
    assertThat(linesWith(REGISTRY)).isEmpty();
  }

  @Test
  void noTextNamesAPathOfOneMachine() throws Exception {
    assertThat(linesWith(MACHINE_PATH)).isEmpty();
  }

  @Test
  void whatIsSearchedForIsFound() {
    String slash = "/";
    assertThat(MACHINE_PATH.matcher("cd " + slash + "root/x").find()).isTrue();
    assertThat(MACHINE_PATH.matcher("\"" + slash + "home/me/x\"").find()).isTrue();
    assertThat(MACHINE_PATH.matcher("file://" + slash + "work/x").find()).isTrue();
    assertThat(MACHINE_PATH.matcher("docs" + slash + "work/x").find()).isFalse();
    assertThat(REGISTRY.matcher("https://repo." + "maven.apache.org/maven2").find()).isTrue();
    assertThat(REGISTRY.matcher("https://maven.apache.org/POM/4.0.0").find()).isFalse();
  }

  private static List<String> linesWith(Pattern unwanted) throws Exception {
    List<String> found = new ArrayList<>();
    for (Path file : trackedFiles()) {
      int number = 0;
      for (String line : linesOf(file)) {
        number++;
        if (unwanted.matcher(line).find()) {
          found.add(Repository.ROOT.relativize(file) + ":" + number + ": " + line);
        }
      }
    }
    return found;
  }

  private static List<Path> trackedFiles() throws IOException, InterruptedException {
    if (!Files.exists(Repository.ROOT.resolve(".git"))) {
      External.missing("reading the repository's texts: this is no git checkout");
    }
    Path list = Files.createTempFile("tracked", "");
    try {
      if (git(list) != 0) {
        External.missing("reading the repository's texts: git does not list them");
      }
      List<Path> files =
          Stream.of(Files.readString(list).split("\0"))
              .map(Repository.ROOT::resolve)
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .toList();
      assertThat(files).hasSizeGreaterThan(50);
      return files;
    } finally {
      Files.delete(list);
    }
  }

  private static int git(Path output) throws InterruptedException {
    try {
      return new ProcessBuilder("git", "ls-files", "-z")
          .directory(Repository.ROOT.toFile())
          .redirectOutput(output.toFile())
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  /** The lines of a text; none of a picture or another binary file. */
  private static List<String> linesOf(Path file) throws IOException {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      return List.of();
    }
  }
}
