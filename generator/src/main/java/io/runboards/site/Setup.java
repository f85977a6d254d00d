package io.runboards.site;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What stands around the dashboards and rules of a site: where series come from and where they go.
 *
 * @param cluster the name of the cluster, which its series carry when they leave it
 * @param environment what the cluster is for, such as {@code production}
 * @param store where series are kept
 * @param organisations the organisations of Grafana; the first sees what no other does
 * @param systems systems elsewhere that may send series
 * @param targets what is scraped besides what the cluster finds by itself
 * @param sizes how large the cluster is
 */
public record Setup(
    String cluster,
    String environment,
    Store store,
    List<Organisation> organisations,
    List<RegisteredSystem> systems,
    Targets targets,
    Sizes sizes) {
  public static final Setup USUAL =
      new Setup(
          "gpu-cluster",
          "production",
          Store.USUAL,
          List.of(Organisation.MAIN),
          List.of(),
          Targets.NONE,
          Sizes.USUAL);

  public Setup {
    organisations = List.copyOf(organisations);
    systems = List.copyOf(systems);
  }

  /**
   * Where series are kept.
   *
   * @param kind what it is
   * @param read its address for queries, as Grafana sees it
   * @param write its address for remote write, as the Prometheus of the cluster sees it; empty if
   *     that Prometheus is the store itself
   * @param user who logs in; empty for nobody
   * @param secret the file of the password or token; empty for none
   * @param authority the file of the certificates that vouch for it; empty for the usual ones
   */
  public record Store(
      Kind kind,
      URI read,
      Optional<URI> write,
      String user,
      String secret,
      String authority) {
    public static final Store USUAL =
        new Store(
            Kind.PROMETHEUS, URI.create("http://localhost:9090"), Optional.empty(), "", "", "");

    /** What keeps series. */
    public enum Kind {
      PROMETHEUS("prometheus"),
      MIMIR("mimir"),
      GRAFANA_CLOUD("grafana-cloud");

      private final String id;

      Kind(String id) {
        this.id = id;
      }

      public String id() {
        return id;
      }
    }
  }

  /**
   * An organisation of Grafana.
   *
   * @param id its number
   * @param name its name
   */
  public record Organisation(int id, String name) {
    public static final Organisation MAIN = new Organisation(1, "Main Org.");
  }

  /**
   * A system elsewhere that may send series.
   *
   * @param key by which it is known
   * @param tenant whose series they become
   */
  public record RegisteredSystem(String key, String tenant) {}

  /**
   * What is scraped.
   *
   * @param gpuNodes nodes with GPUs: the exporters of DCGM and of the node
   * @param inference model servers
   * @param vectorDatabases Qdrant
   * @param gateways LiteLLM
   * @param certificates addresses whose certificates are watched
   * @param blackbox the exporter that looks at them; empty for none
   */
  public record Targets(
      List<Node> gpuNodes,
      List<Endpoint> inference,
      List<Endpoint> vectorDatabases,
      List<Endpoint> gateways,
      List<URI> certificates,
      Optional<Endpoint> blackbox) {
    public static final Targets NONE =
        new Targets(List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

    public Targets {
      gpuNodes = List.copyOf(gpuNodes);
      inference = List.copyOf(inference);
      vectorDatabases = List.copyOf(vectorDatabases);
      gateways = List.copyOf(gateways);
      certificates = List.copyOf(certificates);
    }
  }

  /**
   * A node with GPUs.
   *
   * @param name its name in Kubernetes
   * @param host its address
   */
  public record Node(String name, String host) {}

  /**
   * Something that answers at a port.
   *
   * @param host its address
   * @param port the port
   */
  public record Endpoint(String host, int port) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /**
   * How large a cluster is, from which the number of series follows.
   *
   * @param nodes its nodes with GPUs
   * @param gpusPerNode the GPUs of each
   * @param projects its projects
   * @param workloads workloads at a time
   * @param pods pods at a time
   */
  public record Sizes(int nodes, int gpusPerNode, int projects, int workloads, int pods) {
    public static final Sizes USUAL = new Sizes(16, 8, 20, 100, 300);
  }
}
