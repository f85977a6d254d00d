package io.runboards.verify.report.html;

import io.runboards.verify.proof.DashboardProof;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.proof.RuleProof.Kind;
import io.runboards.verify.proof.Verdict;
import io.runboards.verify.report.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/**
 * A proof as one page of HTML that needs nothing else: no server, no other file, no library.
 *
 * <p>Without its script all can be read and opened and closed; the script only filters. The page
 * forbids the browser to load or run anything but its own style and script.
 */
public final class HtmlReport {
  private static final String STYLE = resource("report.css");
  private static final String SCRIPT = resource("report.js");

  private final Proof proof;
  private final Overview overview;
  private final List<DashboardSection> dashboards = new ArrayList<>();
  private final Html html = new Html();

  private HtmlReport(Proof proof) {
    this.proof = proof;
    this.overview = new Overview(proof, Tally.of(proof));
    boolean allFine = proof.dashboards().stream().noneMatch(HtmlReport::isOfInterest);
    for (int i = 0; i < proof.dashboards().size(); i++) {
      DashboardProof dashboard = proof.dashboards().get(i);
      boolean isOpen = allFine ? i == 0 : isOfInterest(dashboard);
      dashboards.add(new DashboardSection(i, dashboard, isOpen));
    }
  }

  /** The page. */
  public static String of(Proof proof) {
    HtmlReport report = new HtmlReport(proof);
    report.html.raw("<!doctype html>\n");
    report.html.in(Tag.of("html").with("lang", "en"), report::document);
    return report.html.toString();
  }

  private static boolean isOfInterest(DashboardProof dashboard) {
    return dashboard.verdict().compareTo(Verdict.DOUBTFUL) >= 0;
  }

  private void document() {
    html.in("head", this::head);
    html.in(
        "body",
        () -> {
          Look.signs(html);
          overview.writeTo(html);
          tools();
          html.in("main", this::main);
          html.in("script", () -> html.raw(SCRIPT));
        });
  }

  private void head() {
    html.empty(Tag.of("meta").with("charset", "utf-8"));
    html.empty(
        Tag.of("meta")
            .with("http-equiv", "Content-Security-Policy")
            .with(
                "content",
                "default-src 'none'; img-src data:; style-src %s; script-src %s; base-uri 'none'"
                    .formatted(sum(STYLE), sum(SCRIPT))));
    html.empty(
        Tag.of("meta")
            .with("name", "viewport")
            .with("content", "width=device-width, initial-scale=1"));
    html.empty(Tag.of("meta").with("name", "color-scheme").with("content", "light dark"));
    html.empty(Tag.of("link").with("rel", "icon").with("href", "data:,"));
    html.in(
        "title", "runboards verify: %s, %s".formatted(proof.site(), overview.verdict().words()));
    html.in("style", () -> html.raw(STYLE));
  }

  /** Buttons that filter; they only tell the numbers until the script brings them to life. */
  private void tools() {
    List<Verdict> all = overview.verdicts();
    html.in(
        Tag.of("div", "tools"),
        () -> {
          html.in(
              Tag.of("div", "verdicts").with("role", "group").with("aria-label", "Show only"),
              () -> {
                for (Verdict verdict : Section.worstFirst()) {
                  html.in(
                      Tag.of("button", "v-" + verdict.id())
                          .with("type", "button")
                          .with("disabled")
                          .with("aria-pressed", "false")
                          .with("data-filter", verdict.id()),
                      () -> {
                        Look.sign(html, verdict);
                        html.text(Look.word(verdict) + " ");
                        html.in("b", Integer.toString(Collections.frequency(all, verdict)));
                      });
                }
              });
          html.in(Tag.of("div", "find").with("hidden"), this::find);
        });
  }

  private void find() {
    html.empty(
        Tag.of("input")
            .with("type", "search")
            .with("id", "find")
            .with("placeholder", "Search titles, queries, flaws")
            .with("aria-label", "Search titles, queries and flaws")
            .with("autocomplete", "off"));
    html.in(Tag.of("button").with("type", "button").with("id", "open"), "Open all");
    html.in(Tag.of("button").with("type", "button").with("id", "close"), "Close all");
    html.in(Tag.of("p").with("id", "shown").with("role", "status"), "");
  }

  private void main() {
    overview.flaws(html);
    contents();
    dashboards.forEach(it -> it.writeTo(html));
    new RulesSection(proof, Kind.ALERT, "Alerts").writeTo(html);
    new RulesSection(proof, Kind.RECORDING, "Recording rules").writeTo(html);
    new IncidentsSection(proof).writeTo(html);
    RowsSection.ofLive(proof.live()).writeTo(html);
    RowsSection.ofMetrics(proof.metrics()).writeTo(html);
    html.in(
        Tag.of("p", "nothing").with("id", "nothing").with("hidden"),
        "Nothing fits the filter and the search.");
  }

  private void contents() {
    List<Section> sections = new ArrayList<>();
    dashboards.forEach(it -> sections.add(it.section()));
    sections.add(new RulesSection(proof, Kind.ALERT, "Alerts").section());
    sections.add(new RulesSection(proof, Kind.RECORDING, "Recording rules").section());
    sections.add(new IncidentsSection(proof).section());
    sections.add(RowsSection.ofLive(proof.live()).section());
    sections.add(RowsSection.ofMetrics(proof.metrics()).section());
    html.in(
        Tag.of("nav").with("aria-label", "Contents"),
        () ->
            html.in(
                "ul",
                () ->
                    sections.stream()
                        .filter(it -> !it.verdicts().isEmpty())
                        .forEach(this::content)));
  }

  private void content(Section section) {
    html.in(
        Tag.of("li").with("data-of", section.id()),
        () -> {
          Look.sign(html, section.verdict());
          html.in(
              Tag.of("a").with("href", "#" + section.id()), () -> html.in("bdi", section.title()));
          section.counts(html);
        });
  }

  /** The source expression by which the page allows a style or script. */
  private static String sum(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
