package io.runboards.catalog;

import static io.runboards.catalog.Labels.COLLECTION;
import static io.runboards.catalog.Labels.COLLECTION_ID;
import static io.runboards.catalog.Labels.ENDPOINT;
import static io.runboards.catalog.Labels.METHOD;
import static io.runboards.catalog.Labels.NAME;
import static io.runboards.catalog.Labels.PEER_ID;
import static io.runboards.catalog.Labels.RESPONSE_STATUS;
import static io.runboards.catalog.Labels.STATE;
import static io.runboards.catalog.Labels.VECTOR;
import static io.runboards.catalog.Labels.VERSION;
import static io.runboards.catalog.Metric.counter;
import static io.runboards.catalog.Metric.gauge;
import static io.runboards.catalog.Metric.histogram;
import static io.runboards.catalog.Metric.info;
import static io.runboards.catalog.Unit.BOOLEAN;
import static io.runboards.catalog.Unit.BYTES;
import static io.runboards.catalog.Unit.COUNT;
import static io.runboards.catalog.Unit.SECONDS;

/**
 * The Qdrant vector database, as of version 1.19; its settings can put a prefix before all names.
 *
 * <p>Each server of a cluster reports what it sees itself.
 */
public final class Qdrant {
  private static final String SINCE_1_16 = "Qdrant 1.16 or newer";
  private static final String SINCE_1_17 = "Qdrant 1.17 or newer";
  private static final String NOT_A_COUNTER = "A gauge, although its name ends in _total.";
  private static final String ONLY_STATUS_200 = "Only calls that were answered with status 200.";
  private static final String NO_STATUS_BEFORE = "Before 1.17 there is no label status.";

  public static final Metric APP_INFO = info("app_info", NAME, VERSION).help("Version of Qdrant");

  // Contents

  public static final Metric COLLECTIONS_TOTAL =
      gauge("collections_total", COUNT).help("Number of collections").note(NOT_A_COUNTER);

  public static final Metric COLLECTIONS_VECTOR_TOTAL =
      gauge("collections_vector_total", COUNT)
          .help("Number of vectors in all collections")
          .note(NOT_A_COUNTER);

  public static final Metric COLLECTION_POINTS =
      gauge("collection_points", COUNT, COLLECTION_ID)
          .help("Points in a collection, approximately")
          .needs(SINCE_1_16);

  public static final Metric COLLECTION_VECTORS =
      gauge("collection_vectors", COUNT, COLLECTION, VECTOR)
          .help("Vectors in a collection, by name")
          .needs(SINCE_1_16);

  // Calls

  public static final Metric REST_RESPONSES_TOTAL =
      counter("rest_responses_total", COUNT, METHOD, ENDPOINT, RESPONSE_STATUS)
          .help("Answered REST calls");

  public static final Metric REST_RESPONSES_FAIL_TOTAL =
      counter("rest_responses_fail_total", COUNT, METHOD, ENDPOINT, RESPONSE_STATUS)
          .help("Failed REST calls")
          .deprecated("gone from Qdrant 1.17 on; use rest_responses_total{status}");

  public static final Metric REST_RESPONSES_DURATION_SECONDS =
      histogram("rest_responses_duration_seconds", SECONDS, METHOD, ENDPOINT, RESPONSE_STATUS)
          .help("Duration of REST calls")
          .note(ONLY_STATUS_200);

  public static final Metric REST_RESPONSES_AVG_DURATION_SECONDS =
      gauge("rest_responses_avg_duration_seconds", SECONDS, METHOD, ENDPOINT, RESPONSE_STATUS)
          .help("Mean duration of REST calls")
          .note(ONLY_STATUS_200);

  public static final Metric GRPC_RESPONSES_TOTAL =
      counter("grpc_responses_total", COUNT, ENDPOINT, RESPONSE_STATUS)
          .help("Answered gRPC calls")
          .note(NO_STATUS_BEFORE);

  public static final Metric GRPC_RESPONSES_FAIL_TOTAL =
      counter("grpc_responses_fail_total", COUNT, ENDPOINT)
          .help("Failed gRPC calls")
          .deprecated("gone from Qdrant 1.17 on; use grpc_responses_total{status}");

  public static final Metric GRPC_RESPONSES_DURATION_SECONDS =
      histogram("grpc_responses_duration_seconds", SECONDS, ENDPOINT, RESPONSE_STATUS)
          .help("Duration of gRPC calls")
          .note(NO_STATUS_BEFORE);

  public static final Metric GRPC_RESPONSES_AVG_DURATION_SECONDS =
      gauge("grpc_responses_avg_duration_seconds", SECONDS, ENDPOINT, RESPONSE_STATUS)
          .help("Mean duration of gRPC calls")
          .note(NO_STATUS_BEFORE);

  // Work in the background

  public static final Metric COLLECTION_RUNNING_OPTIMIZATIONS =
      gauge("collection_running_optimizations", COUNT, COLLECTION_ID)
          .help("Optimizations that run now")
          .needs(SINCE_1_16);

  public static final Metric COLLECTION_UPDATE_QUEUE_LENGTH =
      gauge("collection_update_queue_length", COUNT, COLLECTION_ID)
          .help("Updates that wait")
          .needs(SINCE_1_17);

  public static final Metric SNAPSHOT_CREATED_TOTAL =
      counter("snapshot_created_total", COUNT, COLLECTION_ID)
          .help("Snapshots made")
          .needs(SINCE_1_16);

  // Cluster

  public static final Metric CLUSTER_ENABLED =
      gauge("cluster_enabled", BOOLEAN).help("Whether the server is part of a cluster");

  public static final Metric CLUSTER_PEERS_TOTAL =
      cluster(gauge("cluster_peers_total", COUNT))
          .help("Servers in the cluster")
          .note(NOT_A_COUNTER);

  public static final Metric CLUSTER_PENDING_OPERATIONS_TOTAL =
      cluster(gauge("cluster_pending_operations_total", COUNT))
          .help("Operations that this server has yet to apply")
          .note(NOT_A_COUNTER);

  public static final Metric CLUSTER_COMMIT =
      cluster(counter("cluster_commit", COUNT, PEER_ID))
          .help("Number of the last operation that this server knows to be final");

  public static final Metric CLUSTER_TERM =
      cluster(counter("cluster_term", COUNT)).help("Elections of a leader so far");

  public static final Metric CLUSTER_VOTER =
      cluster(gauge("cluster_voter", BOOLEAN)).help("Whether this server may vote");

  public static final Metric CLUSTER_WORKING_STATE =
      gauge("cluster_working_state", BOOLEAN, STATE)
          .help("Whether the server's part in the cluster is working or stopped")
          .needs(SINCE_1_17 + ", in a cluster");

  public static final Metric COLLECTION_ACTIVE_REPLICAS_MIN =
      gauge("collection_active_replicas_min", COUNT)
          .help("Active replicas of the shard that has the fewest")
          .needs(SINCE_1_16);

  public static final Metric COLLECTION_DEAD_REPLICAS =
      gauge("collection_dead_replicas", COUNT)
          .help("Shards with a replica that is not active")
          .needs(SINCE_1_16);

  // Memory

  public static final Metric MEMORY_RESIDENT_BYTES =
      gauge("memory_resident_bytes", BYTES).help("Memory held in RAM");

  public static final Metric MEMORY_ALLOCATED_BYTES =
      gauge("memory_allocated_bytes", BYTES).help("Memory that the program asked for");

  public static final Metric MEMORY_ACTIVE_BYTES =
      gauge("memory_active_bytes", BYTES).help("Memory in pages that are in use");

  private Qdrant() {}

  private static Metric cluster(Metric metric) {
    return metric.needs("a cluster of several servers");
  }
}
