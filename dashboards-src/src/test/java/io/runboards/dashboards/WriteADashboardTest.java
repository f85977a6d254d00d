package io.runboards.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.ClusterVersion;
import io.runboards.check.DashboardChecks;
import io.runboards.check.Remark;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Installation;
import io.runboards.finding.Severity;
import io.runboards.flow.World;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's dashboard compiles among ours and passes all checks. */
class WriteADashboardTest {
  private static final Path GUIDE = Path.of("../docs/write-a-dashboard.md");
  private static final Pattern JAVA = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("final class (\\w+)");

  @TempDir private Path folder;

  @Test
  void theDashboardOfTheGuideIsGood() throws Exception {
    Matcher snippet = JAVA.matcher(Files.readString(GUIDE));
    assertThat(snippet.find()).isTrue();
    String source = snippet.group(1);
    assertThat(snippet.find()).as("more snippets than this test compiles").isFalse();
    Matcher name = CLASS.matcher(source);
    assertThat(name.find()).isTrue();

    List<Dashboard> dashboards = new ArrayList<>();
    All.DASHBOARDS.forEach(it -> dashboards.add(it.define(Installation.NEWEST)));
    dashboards.add(defined(name.group(1), source));
    Workspace workspace = Workspace.of(dashboards, World.standard(), ClusterVersion.V2_17);
    assertThat(DashboardChecks.check(workspace).stream().map(Remark::finding))
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .isEmpty();
  }

  private Dashboard defined(String name, String source) throws Exception {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      Iterable<? extends JavaFileObject> sources = files.getJavaFileObjects(file);
      List<String> options =
          List.of("-d", folder.toString(), "-classpath", System.getProperty("java.class.path"));
      assertThat(compiler.getTask(messages, files, null, options, null, sources).call())
          .as(messages.toString())
          .isTrue();
    }
    return loaded("io.runboards.dashboards." + name);
  }

  /** The class shares its package with ours, so it must come from the same loader. */
  private Dashboard loaded(String name) throws Exception {
    URL[] path = {
      folder.toUri().toURL(), Path.of("target/classes").toUri().toURL(),
    };
    try (URLClassLoader loader = new OwnPackageFirst(path)) {
      Constructor<?> constructor = loader.loadClass(name).getDeclaredConstructor();
      constructor.setAccessible(true);
      return ((DashboardSource) constructor.newInstance()).define(Installation.NEWEST);
    }
  }

  /** Takes the classes of the dashboards' package from its own path. */
  private static final class OwnPackageFirst extends URLClassLoader {
    OwnPackageFirst(URL[] path) {
      super(path, DashboardSource.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("io.runboards.dashboards.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known == null ? findClass(name) : known;
      }
    }
  }
}
