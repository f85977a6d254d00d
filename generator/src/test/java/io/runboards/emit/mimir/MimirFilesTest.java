package io.runboards.emit.mimir;

import io.runboards.build.External;
import io.runboards.build.Golden;
import io.runboards.build.Repository;
import io.runboards.build.RuleTools;
import io.runboards.catalog.ClusterVersion;
import io.runboards.emit.OutFile;
import io.runboards.emit.OutFolder;
import io.runboards.samples.SampleRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each tenant gets the rules that are about its series, as its ruler takes them. */
class MimirFilesTest {
  private static final Path GOLDEN =
      Repository.ROOT.resolve("generator/src/test/resources/rules/mimir");

  @TempDir private Path folder;

  private static List<OutFile> files() {
    return MimirFiles.of(SampleRules.site(), SampleRules.workspace(ClusterVersion.V2_17));
  }

  @Test
  void mimirtoolAcceptsThemAndWouldWriteThemSo() throws Exception {
    OutFolder.at(folder).write(files());
    RuleTools.linted(External.server("mimirtool"), folder);
  }

  @Test
  void theyAreAsRecorded() throws Exception {
    Map<String, String> texts = new TreeMap<>();
    files().forEach(file -> texts.put(file.path().replace("mimir/", ""), file.content()));
    Golden.compare(GOLDEN, texts);
  }
}
