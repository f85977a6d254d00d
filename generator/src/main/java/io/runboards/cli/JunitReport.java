package io.runboards.cli;

import io.runboards.cli.Report.Place;
import io.runboards.cli.Told.State;
import java.io.PrintWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A report in the form of JUnit's, which pipelines show: a suite for each organisation. */
final class JunitReport {
  private static final String NO_XML =
      "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

  private final XMLStreamWriter xml;

  private JunitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void print(Report report, PrintWriter out) {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
      new JunitReport(xml).write(report);
      xml.flush();
      out.println();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(Report report) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", "runboards " + report.command());
    for (Place place : report.places()) {
      suite(report, place);
    }
    line(0);
    xml.writeEndElement();
  }

  private void suite(Report report, Place place) throws XMLStreamException {
    line(1);
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", clean(report.site() + ", " + place.organisation()));
    xml.writeAttribute("tests", Integer.toString(Math.max(1, place.things().size())));
    xml.writeAttribute("failures", Long.toString(place.count(State.FAILED)));
    xml.writeAttribute("skipped", Long.toString(skipped(place)));
    if (place.things().isEmpty()) {
      line(2);
      xml.writeEmptyElement("testcase");
      xml.writeAttribute("classname", clean(place.organisation()));
      xml.writeAttribute("name", "nothing to do");
    }
    for (Told thing : place.things()) {
      testcase(thing, place);
    }
    line(1);
    xml.writeEndElement();
  }

  private static long skipped(Place place) {
    return place.count(State.PENDING) + place.count(State.NOT_DONE);
  }

  private void testcase(Told thing, Place place) throws XMLStreamException {
    line(2);
    boolean good = thing.state() == State.DONE;
    if (good) {
      xml.writeEmptyElement("testcase");
    } else {
      xml.writeStartElement("testcase");
    }
    xml.writeAttribute("classname", clean(place.organisation()));
    xml.writeAttribute(
        "name", clean("%s: %s “%s”".formatted(thing.key(), thing.verb().word(), thing.title())));
    if (!good) {
      line(3);
      xml.writeEmptyElement(thing.state() == State.FAILED ? "failure" : "skipped");
      xml.writeAttribute("message", clean(message(thing)));
      line(2);
      xml.writeEndElement();
    }
  }

  private static String message(Told thing) {
    return thing.details().isEmpty() ? thing.state().label() : String.join("; ", thing.details());
  }

  /** A text without the characters that XML has no way to write. */
  private static String clean(String text) {
    return text.replaceAll(NO_XML, "�");
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
