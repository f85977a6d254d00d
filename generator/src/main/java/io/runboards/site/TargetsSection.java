package io.runboards.site;

import io.runboards.site.Fields.Outcome;
import io.runboards.site.Fields.Outcome.Bad;
import io.runboards.site.Fields.Outcome.Good;
import io.runboards.site.Setup.Endpoint;
import io.runboards.site.Setup.Node;
import io.runboards.site.Setup.Targets;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what is scraped besides what a cluster finds by itself. */
final class TargetsSection {
  private static final Pattern NODE = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

  private final Fields fields;

  private TargetsSection(Fields fields) {
    this.fields = fields;
  }

  static Targets read(Fields site) {
    return new TargetsSection(site.below("targets")).read();
  }

  private Targets read() {
    Names nodes = new Names("node");
    List<Node> gpuNodes =
        fields.entries("gpu-nodes").stream()
            .flatMap(entry -> node(entry, nodes).stream())
            .toList();
    Optional<Endpoint> blackbox =
        fields.has("blackbox") ? endpoint(fields.below("blackbox")) : Optional.empty();
    List<URI> certificates = fields.values("certificates", TargetsSection::certificate);
    if (fields.size("certificates") > 0 && !fields.has("blackbox")) {
      fields.wrong(
          "certificates", "nothing looks at certificates", "Add blackbox: {host: ..., port: 9115}");
    }
    return new Targets(
        gpuNodes,
        endpoints("inference"),
        endpoints("vector-db"),
        endpoints("gateways"),
        certificates,
        blackbox);
  }

  private static Optional<Node> node(Fields entry, Names nodes) {
    Optional<String> host = entry.value("host", Meanings::host);
    return entry
        .value("name", nodes.fresh(TargetsSection::nodeName))
        .flatMap(name -> host.map(it -> new Node(name, it)));
  }

  private List<Endpoint> endpoints(String key) {
    Set<Endpoint> before = new HashSet<>();
    return fields.entries(key).stream()
        .flatMap(entry -> endpoint(entry).filter(it -> isFirst(it, entry, before)).stream())
        .toList();
  }

  private static boolean isFirst(Endpoint endpoint, Fields entry, Set<Endpoint> before) {
    boolean first = before.add(endpoint);
    if (!first) {
      entry.wrong("'" + endpoint + "' is there twice", "");
    }
    return first;
  }

  private static Optional<Endpoint> endpoint(Fields entry) {
    Optional<Integer> port = entry.value("port", Meanings::port);
    return entry
        .value("host", Meanings::host)
        .flatMap(host -> port.map(it -> new Endpoint(host, it)));
  }

  private static Outcome<String> nodeName(String text) {
    return Meanings.matching(
        NODE,
        text,
        "'" + text + "' is no name of a node",
        "Write its name in Kubernetes: small letters, digits, dashes and dots");
  }

  private static Outcome<URI> certificate(String text) {
    return switch (Meanings.url(text)) {
      case Good<URI>(URI url) when !"https".equalsIgnoreCase(url.getScheme()) ->
          new Bad<>("'" + text + "' has no certificate", "Write an https address");
      case Outcome<URI> other -> other;
    };
  }
}
