package io.runboards.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.Golden;
import io.runboards.build.Repository;
import io.runboards.dashboard.Origin;
import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Malformed;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.report.html.HtmlReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a proof is told as, in each format. */
class ReportsTest {
  private static final Path GOLDEN =
      Repository.ROOT.resolve("generator/src/test/resources/verify/report");
  private static final Sources SOURCES =
      Sources.of(List.of("dashboards-src/GpuFleet.java", "a/Twice.java", "b/Twice.java"));

  private static String printed(Proof proof, BiConsumer<Proof, PrintWriter> report) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    report.accept(proof, out);
    out.flush();
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  private static String sarif(Proof proof) {
    return printed(proof, (it, out) -> SarifReport.print(it, SOURCES, out));
  }

  private static Map<String, String> all() {
    Map<String, String> texts = new TreeMap<>();
    texts.put("mixed.txt", printed(Proofs.mixed(), TextReport::print));
    texts.put("fine.txt", printed(Proofs.fine(), TextReport::print));
    texts.put("empty.txt", printed(Proofs.empty(), TextReport::print));
    texts.put("mixed.json", printed(Proofs.mixed(), JsonReport::print));
    texts.put("mixed.xml", printed(Proofs.mixed(), JunitReport::print));
    texts.put("mixed.sarif", sarif(Proofs.mixed()));
    texts.put(
        "mixed.github", printed(Proofs.mixed(), (it, out) -> GithubReport.print(it, SOURCES, out)));
    texts.put("incidents.md", IncidentsPage.of(Proofs.mixed()));
    return texts;
  }

  @Test
  void theyAreAsRecorded() throws IOException {
    Golden.compare(GOLDEN, all());
  }

  @Test
  void noLocaleAndNoTimeZoneChangesThem() {
    Map<String, String> usual = all();
    String page = HtmlReport.of(Proofs.mixed());
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
      assertThat(all()).isEqualTo(usual);
      assertThat(HtmlReport.of(Proofs.mixed())).isEqualTo(page);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void whereAllIsWellTheTextFitsOneScreen() {
    assertThat(printed(Proofs.fine(), TextReport::print).lines())
        .hasSizeLessThan(24)
        .last()
        .isEqualTo("proven: all shows what it should, or may be empty");
  }

  @Test
  void theCountsAreRight() {
    Tally tally = Tally.of(Proofs.mixed());
    assertThat(tally)
        .isEqualTo(
            new Tally(
                3,
                12,
                15,
                1,
                2,
                1,
                1,
                new Tally.Part(2, 4),
                new Tally.Part(1, 2),
                new Tally.Part(2, 3),
                6,
                4));
    assertThat(tally.shown()).isEqualTo(12);
    assertThat(tally.emptyUnexplained()).isEqualTo(1);
  }

  @Test
  void theFieldsOfJsonAreDocumented() throws Exception {
    TreeSet<String> fields = new TreeSet<>();
    fields(JsonValue.parse(printed(Proofs.mixed(), JsonReport::print)), fields);
    String page = Files.readString(Repository.ROOT.resolve("docs/verify-report.md"));
    assertThat(fields).hasSizeGreaterThan(50).allMatch(field -> page.contains("`" + field + "`"));
  }

  private static void fields(JsonValue value, TreeSet<String> names) {
    value.items().forEach(item -> fields(item, names));
    value
        .object()
        .fields()
        .forEach((name, inner) -> {
          names.add(name);
          fields(inner, names);
        });
  }

  @Test
  void junitCountsItsOwnCases() throws Exception {
    Document report = xml(printed(Proofs.mixed(), JunitReport::print));
    NodeList suites = report.getElementsByTagName("testsuite");
    assertThat(suites.getLength()).isEqualTo(6);
    int cases = 0;
    for (int i = 0; i < suites.getLength(); i++) {
      Element suite = (Element) suites.item(i);
      assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
      assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
      assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
      cases += Integer.parseInt(suite.getAttribute("tests"));
    }
    assertThat(cases).isEqualTo(12 + 3 + 6 + 3);
  }

  private static String count(Element suite, String tag) {
    return Integer.toString(suite.getElementsByTagName(tag).getLength());
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void nastyTextsBreakNoFormat() throws Exception {
    assertThat(xml(printed(Proofs.nasty(), JunitReport::print)).getDocumentElement().getTagName())
        .isEqualTo("testsuites");
    isSarif(JsonValue.parse(sarif(Proofs.nasty())));
    assertThat(JsonValue.parse(printed(Proofs.nasty(), JsonReport::print)).textAt("verdict"))
        .isEqualTo("broken");
    assertThat(printed(Proofs.nasty(), (it, out) -> GithubReport.print(it, SOURCES, out)).lines())
        .hasSize(11)
        .allMatch(line ->
            line.matches("::(error|warning|notice) (file=[^:]*,line=\\d+,)?title=[^:,]*::.*"));
    assertThat(IncidentsPage.of(Proofs.nasty())).doesNotContain("<script>document");
  }

  @Test
  void sarifHasWhatItsSchemaDemands() throws Exception {
    JsonValue report = JsonValue.parse(sarif(Proofs.mixed()));
    isSarif(report);
    List<JsonValue> results =
        report.itemsAt("runs").findFirst().orElseThrow().itemsAt("results").toList();
    assertThat(results).hasSize(11);
    assertThat(results.getFirst().at("locations").line())
        .contains("\"uri\":\"dashboards-src/GpuFleet.java\"", "\"startLine\":21");
  }

  /** The rules of the schema of SARIF 2.1.0 for the parts that are written. */
  private static void isSarif(JsonValue report) throws Malformed {
    has(report.object(), "$schema", "version", "runs");
    assertThat(report.textAt("version")).isEqualTo("2.1.0");
    assertThat(report.itemsAt("runs"))
        .hasSize(1)
        .allSatisfy(run -> {
          has(run.object(), "tool", "automationDetails", "results");
          has(run.at("tool").object(), "driver");
          has(run.at("tool").at("driver").object(), "name", "rules");
          List<JsonValue> rules = run.at("tool").at("driver").itemsAt("rules").toList();
          assertThat(rules.stream().map(it -> it.textAt("id"))).doesNotHaveDuplicates();
          assertThat(rules)
              .allSatisfy(
                  rule -> assertThat(rule.at("shortDescription").textAt("text")).isNotEmpty());
          assertThat(run.itemsAt("results"))
              .isNotEmpty()
              .allSatisfy(result -> isResult(result, rules));
        });
  }

  private static void isResult(JsonValue result, List<JsonValue> rules) {
    has(
        result.object(),
        "ruleId",
        "ruleIndex",
        "kind",
        "level",
        "message",
        "locations",
        "partialFingerprints");
    assertThat(rules.get((int) result.numberAt("ruleIndex")).textAt("id"))
        .isEqualTo(result.textAt("ruleId"));
    assertThat(result.textAt("kind")).isIn("fail", "informational");
    assertThat(result.textAt("level"))
        .isIn(
            result.textAt("kind").equals("fail")
                ? List.of("error", "warning", "note")
                : List.of("none"));
    assertThat(result.at("message").textAt("text")).isNotEmpty();
    assertThat(result.itemsAt("locations"))
        .hasSize(1)
        .allSatisfy(location -> {
          assertThat(location.itemsAt("logicalLocations"))
              .hasSize(1)
              .allSatisfy(place -> has(place.object(), "name", "fullyQualifiedName", "kind"));
          JsonValue physical = location.at("physicalLocation");
          if (!physical.isNothing()) {
            assertThat(physical.at("artifactLocation").textAt("uri")).matches("[A-Za-z0-9/._%-]+");
            assertThat(physical.at("region").numberAt("startLine")).isPositive();
          }
        });
  }

  private static void has(Fields object, String... names) {
    assertThat(object.fields().keySet()).containsExactly(names);
  }

  @Test
  void aFileThatIsThereTwiceKeepsItsName() {
    assertThat(SOURCES.path(new Origin("Twice.java", 1))).isEqualTo("Twice.java");
    assertThat(SOURCES.path(new Origin("Nowhere.java", 1))).isEqualTo("Nowhere.java");
  }
}
