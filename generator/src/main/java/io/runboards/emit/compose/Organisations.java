package io.runboards.emit.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import freemarker.core.PlainTextOutputFormat;
import io.runboards.emit.OutFile;
import io.runboards.emit.Templates;
import io.runboards.json.JsonWriter;
import io.runboards.site.Setup.Organisation;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.util.List;

/** The script that makes the organisations of a Grafana that is new. */
final class Organisations {
  private static final Templates TEMPLATES =
      Templates.beside(Organisations.class, PlainTextOutputFormat.INSTANCE);

  private Organisations() {}

  /** What the template is filled with. */
  public record Content(List<Words> organisations) {}

  /** An organisation, in words of the shell. */
  public record Words(int id, String name, String json, String path) {}

  static OutFile file(List<Organisation> organisations) {
    Content content = new Content(organisations.stream().map(Organisations::words).toList());
    return new OutFile(
        "compose/organisations.sh", TEMPLATES.fill("organisations.sh.ftl", content));
  }

  private static Words words(Organisation organisation) {
    StringWriter json = new StringWriter();
    JsonWriter.line(json, fields -> fields.field("name", organisation.name()));
    String path = URLEncoder.encode(organisation.name(), UTF_8).replace("+", "%20");
    return new Words(
        organisation.id(), quoted(organisation.name()), quoted(json.toString().strip()), path);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
