package io.runboards.verify.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.Repository;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.report.Proofs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser, opened from a file. Pictures of it are left in {@code target}. */
class HtmlReportBrowserTest {
  private static final Path PICTURES = Repository.ROOT.resolve("generator/target/verify-report");
  private static final int HIGH = 900;

  /** The elements that have text of their own which stands out too little from what is behind. */
  private static final String PALE =
      """
      (() => {
        const channel = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        const rgb = (color) => color.match(/[\\d.]+/g).map(Number);
        const light = ([r, g, b]) =>
          0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
        const ratio = (one, other) => {
          const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
          return (high + 0.05) / (low + 0.05);
        };
        const behind = (element) => {
          for (let it = element; it; it = it.parentElement) {
            const color = rgb(getComputedStyle(it).backgroundColor);
            if (color.length < 4 || color[3] === 1) return color;
          }
          throw new Error("nothing behind");
        };
        const isWritten = (it) =>
          [...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "")
            && it.checkVisibility();
        const texts = [...document.body.querySelectorAll("*:not(script)")].filter(isWritten)
          .map((it) => [it, rgb(getComputedStyle(it).color), 4.5]);
        const lines = [...document.querySelectorAll(".line, .sign")]
          .filter((it) => it.checkVisibility())
          .map((it) => [it, rgb(getComputedStyle(it).stroke), 3]);
        if (texts.length < 30 || lines.length < 10) throw new Error("nothing to look at");
        return [...texts, ...lines]
          .filter(([it, color, least]) => ratio(color, behind(it)) < least)
          .map(([it, color]) => `${it.tagName}.${it.getAttribute("class")} ${color}`)
          .join("; ");
      })()
      """;

  @TempDir private static Path folder;

  private static Browser browser;

  @BeforeEach
  void onAScreen() {
    browser.size(1280, HIGH);
    browser.prefer("light");
  }

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start(folder);
    Map<String, Proof> proofs =
        Map.of(
            "mixed", Proofs.mixed(),
            "fine", Proofs.fine(),
            "empty", Proofs.empty(),
            "nasty", Proofs.nasty(),
            "large", Proofs.large(17, 15));
    for (Map.Entry<String, Proof> proof : proofs.entrySet()) {
      Files.writeString(file(proof.getKey()), HtmlReport.of(proof.getValue()));
    }
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
    }
  }

  private static Path file(String name) {
    return folder.resolve(name + ".html");
  }

  private static void open(String name, String hash) {
    browser.open(file(name).toUri() + hash);
  }

  private static List<String> visible(String selector) {
    String names =
        browser.run(
            "[...document.querySelectorAll('%s')].filter((it) => it.checkVisibility())"
                    .formatted(selector)
                + ".map((it) => it.id).join(' ')");
    return names.isEmpty() ? List.of() : List.of(names.split(" "));
  }

  private static void click(String selector) {
    browser.run("document.querySelector('%s').click()".formatted(selector));
  }

  private static void openAll() {
    click("#open");
  }

  @ParameterizedTest
  @CsvSource({
    "mixed, 1280, light",
    "mixed, 1280, dark",
    "mixed, 390, light",
    "mixed, 390, dark",
    "fine, 1280, light",
    "fine, 390, dark",
    "empty, 1280, light",
    "empty, 390, dark",
    "nasty, 1280, dark",
    "nasty, 390, light",
    "large, 1280, light",
    "large, 390, dark"
  })
  void itIsQuietAndFitsAndAsksForNothing(String page, int width, String scheme) throws IOException {
    browser.size(width, HIGH);
    browser.prefer(scheme);
    open(page, "");
    browser.picture(PICTURES.resolve("%s-%s-%s.png".formatted(page, width, scheme)), width, 6000);
    assertThat(overflow(width)).isZero();
    openAll();
    assertThat(overflow(width)).isZero();
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).containsExactly(file(page).toUri().toString());
  }

  /** How far the page, or something that is cut off, reaches over the right edge. */
  private static int overflow(int width) {
    return (int)
        Double.parseDouble(
            browser.run(
                "Math.max(0, document.documentElement.scrollWidth - %s)".formatted(width)
                    + " + [...document.querySelectorAll('.card, .rule, .tools, .flaws, .tiles')]"
                    + ".filter((it) => it.scrollWidth > it.clientWidth + 1).length"));
  }

  @Test
  void plotsAreDrawn() {
    open("mixed", "");
    openAll();
    String flat =
        """
        [...document.querySelectorAll('.lines .line')].filter((it) => {
          const box = it.getBoundingClientRect();
          const hasSteps = it.getAttribute('d').includes('l');
          return it.getTotalLength() < 100 || box.width < 100 || !hasSteps;
        }).length
        """;
    assertThat(browser.run(flat.strip())).isEqualTo("0");
    assertThat(browser.run("document.querySelectorAll('.lines .line').length")).isEqualTo("25");
    assertThat(browser.run("document.querySelector('.plot svg').getBoundingClientRect().height"))
        .isEqualTo("128");
    assertThat(
            browser.run(
                "[...document.querySelectorAll('.bar path')]"
                    + ".filter((it) => it.getBoundingClientRect().width > 1).length"))
        .isEqualTo("8");
  }

  @Test
  void theFilterHidesAndShows() {
    open("mixed", "");
    openAll();
    List<String> all = visible("[data-verdict]");
    assertThat(all).hasSize(22);
    click("[data-filter=broken]");
    assertThat(visible("[data-verdict]"))
        .containsExactly("d2-variables", "d2-p2", "d2-p3", "d2-p4", "r6", "r2");
    assertThat(visible("details.section")).containsExactly("d2", "alerts", "recordings");
    assertThat(browser.run("location.hash")).isEqualTo("#verdict=broken");
    assertThat(browser.run("document.querySelector('#shown').textContent"))
        .isEqualTo("6 of 22 shown");
    click("[data-filter=doubtful]");
    assertThat(visible("[data-verdict]")).hasSize(10);
    assertThat(browser.run("document.querySelectorAll('[aria-pressed=true]').length"))
        .isEqualTo("2");
    click("[data-filter=broken]");
    click("[data-filter=doubtful]");
    assertThat(visible("[data-verdict]")).isEqualTo(all);
    assertThat(browser.run("location.hash")).isEmpty();
  }

  @Test
  void everyButtonTellsHowManyItShows() {
    open("mixed", "");
    for (String verdict : List.of("broken", "doubtful", "empty-allowed", "proven")) {
      click("[data-filter=%s]".formatted(verdict));
      assertThat(
              browser.run(
                  "document.querySelector('[data-filter=%s] b').textContent".formatted(verdict)))
          .isEqualTo(Integer.toString(visible("[data-verdict]").size()));
      click("[data-filter=%s]".formatted(verdict));
    }
  }

  @Test
  void theAddressKeepsTheFilter() {
    open("mixed", "#verdict=doubtful,unknown&find=temp%20stay");
    assertThat(visible("[data-verdict]")).isEmpty();
    assertThat(visible("#nothing")).hasSize(1);
    open("mixed", "#verdict=doubtful&find=temp");
    assertThat(visible("[data-verdict]")).containsExactly("d2-p1", "r5");
    open("mixed", "#d3-p2");
    assertThat(visible("[data-verdict]")).contains("d3-p1", "d3-p2");
    assertThat(browser.run("document.activeElement.id")).isEqualTo("d3-p2");
  }

  @Test
  void aSearchFindsTitlesQueriesAndFlaws() {
    open("mixed", "");
    assertThat(found("waiting TIME")).containsExactly("d1-p5");
    assertThat(found("dcgm_fi_dev_power_usage")).containsExactly("d2-p3");
    assertThat(found("parse error")).containsExactly("d2-p4");
    assertThat(found("metrics store")).containsExactly("d3-p1", "d3-p2");
    assertThat(found("<nobody>")).isEmpty();
    assertThat(found("")).hasSizeGreaterThan(5);
  }

  private static List<String> found(String words) {
    browser.run(
        "(() => { const it = document.querySelector('#find'); it.value = '%s';".formatted(words)
            + " it.dispatchEvent(new Event('input')); })()");
    return visible("[data-verdict]");
  }

  @Test
  void aLinkLeadsThroughClosedSectionsAndFilters() {
    open("mixed", "#verdict=proven");
    click("#i1 a[href=\"#d1-p1\"]");
    assertThat(browser.run("document.activeElement.id")).isEqualTo("d1-p1");
    assertThat(browser.run("location.hash")).isEqualTo("#verdict=proven");
    browser.run("document.querySelector('[data-of=r6] a').click()");
    assertThat(browser.run("document.activeElement.id")).isEqualTo("r6");
    assertThat(visible("#r6")).hasSize(1);
  }

  @Test
  void theKeyboardIsEnough() {
    open("mixed", "");
    browser.press("Tab", "");
    assertThat(browser.run("document.activeElement.dataset.filter")).isEqualTo("broken");
    browser.press("Enter", "\r");
    assertThat(browser.run("location.hash")).isEqualTo("#verdict=broken");
    browser.press("/", "/");
    assertThat(browser.run("document.activeElement.id")).isEqualTo("find");
  }

  @ParameterizedTest
  @CsvSource({"light", "dark"})
  void everyTextAndLineStandsOut(String scheme) {
    browser.prefer(scheme);
    open("mixed", "#verdict=broken");
    click("[data-filter=broken]");
    openAll();
    assertThat(browser.run(PALE.strip())).isEmpty();
  }

  @Test
  void withoutScriptsAllCanBeReadAndOpened() {
    browser.scripts(false);
    try {
      browser.open(file("mixed").toUri().toString());
      assertThat(browser.run("document.querySelector('.find').checkVisibility()"))
          .isEqualTo("false");
      assertThat(visible("details.section")).hasSize(6);
      assertThat(visible("#d2-p1")).hasSize(1);
      assertThat(browser.complaints()).isEmpty();
    } finally {
      browser.scripts(true);
    }
  }

  @Test
  void onPaperAllIsOpen() {
    open("mixed", "");
    assertThat(visible("#d3-p1, #find")).containsExactly("find");
    browser.print();
    assertThat(visible("#d3-p1, #find")).containsExactly("d3-p1");
  }

  @Test
  void nastyTextsStayTexts() {
    open("nasty", "");
    assertThat(browser.run("document.title")).startsWith("runboards verify: <script>");
    assertThat(browser.run("document.querySelectorAll('img, style, script').length"))
        .isEqualTo("2");
    assertThat(browser.run("document.querySelector('h1').textContent"))
        .isEqualTo("<script>document.title = 'stolen'</script><img src=x onerror=alert(1)>");
  }

  @Test
  void headingsAreInOrder() {
    open("mixed", "");
    String levels =
        browser.run(
            "[...document.querySelectorAll('h1,h2,h3')].map((it) => it.tagName[1]).join('')");
    assertThat(levels).matches("1(23*)+").contains("3");
  }
}
