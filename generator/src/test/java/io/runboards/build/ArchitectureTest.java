package io.runboards.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Data flows one way through the packages, and each library stays in its rooms. */
class ArchitectureTest {
  /** A package uses only those before it. */
  private static final List<String> ORDER =
      List.of(
          "finding",
          "json",
          "catalog",
          "promql",
          "flow",
          "query",
          "dashboard",
          "rules",
          "site",
          "check",
          "emit",
          "http",
          "deploy",
          "simulate",
          "verify",
          "doctor",
          "cli");

  private static final Map<String, List<String>> ROOMS =
      Map.of(
          "com.fasterxml.jackson", List.of("json"),
          "org.yaml.snakeyaml", List.of("site", "emit"),
          "freemarker", List.of("emit"),
          "okhttp3", List.of("http"),
          "picocli", List.of("cli"));

  private static final Pattern PACKAGE = Pattern.compile("io\\.runboards\\.([a-z]+)\\b.*");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.runboards");

  @Test
  void noPackageUsesALaterOne() {
    assertThat(arrowsBack(ORDER)).isEmpty();
  }

  @Test
  void anArrowThatPointsBackIsFound() {
    assertThat(arrowsBack(ORDER.reversed()))
        .contains("promql -> finding", "cli -> catalog", "cli -> json");
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    assertThat(CLASSES.stream().map(c -> room(c.getPackageName())).distinct())
        .isSubsetOf(ORDER)
        .contains("finding", "json", "catalog", "promql", "cli");
  }

  @Test
  void librariesStayInTheirRooms() {
    assertThat(strays(ROOMS)).isEmpty();
  }

  @Test
  void aLibraryOutsideOfItsRoomIsFound() {
    assertThat(strays(Map.of("picocli", List.of("json")))).contains("cli -> picocli");
  }

  private static TreeSet<String> arrowsBack(List<String> order) {
    Predicate<Dependency> back =
        dependency ->
            order.indexOf(room(dependency.getOriginClass().getPackageName()))
                < order.indexOf(room(dependency.getTargetClass().getPackageName()));
    TreeSet<String> arrows = new TreeSet<>();
    CLASSES.stream()
        .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
        .filter(dependency -> dependency.getTargetClass().getName().startsWith("io.runboards."))
        .filter(back)
        .forEach(dependency ->
            arrows.add(
                room(dependency.getOriginClass().getPackageName())
                    + " -> "
                    + room(dependency.getTargetClass().getPackageName())));
    return arrows;
  }

  private static TreeSet<String> strays(Map<String, List<String>> rooms) {
    TreeSet<String> strays = new TreeSet<>();
    CLASSES.stream()
        .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
        .forEach(dependency ->
            rooms.forEach((library, allowed) -> {
              String origin = room(dependency.getOriginClass().getPackageName());
              boolean uses = dependency.getTargetClass().getName().startsWith(library + ".");
              if (uses && !allowed.contains(origin)) {
                strays.add(origin + " -> " + library);
              }
            }));
    return strays;
  }

  private static String room(String packageName) {
    Matcher matcher = PACKAGE.matcher(packageName);
    return matcher.matches() ? matcher.group(1) : packageName;
  }
}
