package io.runboards.verify.report;

import io.runboards.verify.proof.DashboardProof;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.PanelProof;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.proof.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A report in the form of JUnit's, which pipelines show: a suite for each dashboard and each file
 * of rules, and one for the incidents.
 *
 * <p>A panel is a case. A broken one fails, one that is empty as it may be is skipped, and one that
 * is doubtful succeeds with some output.
 */
public final class JunitReport {
  private static final String NO_XML =
      "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

  private final XMLStreamWriter xml;

  private JunitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** A case: what it is about, how it came out, and why. */
  private record Case(String name, Verdict verdict, List<String> words) {}

  /** Some cases under one name. */
  private record Suite(String name, List<Case> cases) {
    long count(Verdict verdict) {
      return cases.stream().filter(it -> it.verdict() == verdict).count();
    }
  }

  public static void print(Proof proof, PrintWriter out) {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
      new JunitReport(xml).write(proof);
      xml.flush();
      out.println();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Suite> suites(Proof proof) {
    List<Suite> suites = new ArrayList<>();
    proof.dashboards().forEach(it -> suites.add(suite(it)));
    Map<String, List<Case>> byFile = new LinkedHashMap<>();
    proof
        .rules()
        .forEach(rule ->
            byFile
                .computeIfAbsent("rules " + rule.file(), file -> new ArrayList<>())
                .add(
                    new Case(
                        rule.kind().label() + " " + rule.name(),
                        rule.verdict(),
                        words("", rule.flaws(), rule.promql()))));
    byFile.forEach((file, cases) -> suites.add(new Suite(file, cases)));
    if (!proof.incidents().isEmpty()) {
      suites.add(
          new Suite(
              "incidents",
              proof.incidents().stream()
                  .map(it -> new Case(it.name(), it.verdict(), words("", it.flaws(), "")))
                  .toList()));
    }
    if (!proof.live().isEmpty()) {
      suites.add(
          new Suite(
              "live",
              proof.live().stream()
                  .map(it ->
                      new Case("alert " + it.alert(), it.verdict(), words("", it.flaws(), "")))
                  .toList()));
    }
    if (!proof.metrics().isEmpty()) {
      suites.add(
          new Suite(
              "metrics",
              proof.metrics().stream()
                  .map(it -> new Case(it.name(), it.verdict(), words("", it.flaws(), "")))
                  .toList()));
    }
    return suites;
  }

  private static Suite suite(DashboardProof dashboard) {
    Verdict ofVariables = Verdict.worst(dashboard.flaws().stream().map(Flaw::verdict).toList());
    Case variables = new Case("variables", ofVariables, words("", dashboard.flaws(), ""));
    List<Case> cases = new ArrayList<>(List.of(variables));
    dashboard.panels().forEach(panel -> cases.add(of(panel)));
    return new Suite("dashboard " + dashboard.title(), cases);
  }

  private static Case of(PanelProof panel) {
    return new Case(
        "%s %s".formatted(panel.id(), panel.title()),
        panel.verdict(),
        panel.queries().stream()
            .flatMap(it -> words(it.ref() + ": ", it.flaws(), it.promql()).stream())
            .toList());
  }

  private static List<String> words(String query, List<Flaw> flaws, String promql) {
    Stream<String> messages =
        flaws.stream().map(flaw -> "%s%s [%s]".formatted(query, flaw.message(), flaw.id()));
    Stream<String> asked =
        flaws.isEmpty() || promql.isEmpty() ? Stream.of() : Stream.of("  " + promql);
    return Stream.concat(messages, asked).toList();
  }

  private void write(Proof proof) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    attribute("name", "runboards verify " + proof.site());
    for (Suite suite : suites(proof)) {
      write(suite);
    }
    line(0);
    xml.writeEndElement();
  }

  private void write(Suite suite) throws XMLStreamException {
    line(1);
    xml.writeStartElement("testsuite");
    attribute("name", suite.name());
    attribute("tests", Integer.toString(suite.cases().size()));
    attribute("failures", Long.toString(suite.count(Verdict.BROKEN)));
    attribute("skipped", Long.toString(suite.count(Verdict.EMPTY_ALLOWED)));
    for (Case it : suite.cases()) {
      write(it, suite.name());
    }
    line(1);
    xml.writeEndElement();
  }

  private void write(Case it, String suite) throws XMLStreamException {
    line(2);
    xml.writeStartElement("testcase");
    attribute("classname", suite);
    attribute("name", it.name());
    if (it.verdict() != Verdict.PROVEN) {
      line(3);
      switch (it.verdict()) {
        case BROKEN -> explained("failure", it);
        case EMPTY_ALLOWED -> explained("skipped", it);
        default -> {
          xml.writeStartElement("system-out");
          xml.writeCharacters(clean(String.join("\n", it.words())));
          xml.writeEndElement();
        }
      }
      line(2);
    }
    xml.writeEndElement();
  }

  private void explained(String element, Case it) throws XMLStreamException {
    xml.writeStartElement(element);
    attribute("message", it.words().stream().findFirst().orElse(it.verdict().words()));
    xml.writeCharacters(clean(String.join("\n", it.words())));
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, clean(value));
  }

  /** A text without the characters that XML has no way to write. */
  private static String clean(String text) {
    return text.replaceAll(NO_XML, "\uFFFD");
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
