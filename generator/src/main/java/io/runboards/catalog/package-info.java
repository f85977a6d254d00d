/**
 * What is known about metrics: names, labels, units, versions, and what to beware of.
 *
 * <p>Each source of metrics is a {@link io.runboards.catalog.Family}, and each family is a class
 * with one constant for a metric, such as {@link io.runboards.catalog.Runai}, {@link
 * io.runboards.catalog.Dcgm} or {@link io.runboards.catalog.Mimir}. A constant is named like its
 * metric without the family's prefix. Its line says everything:
 *
 * <pre>{@code
 * public static final Metric PROJECT_GUARANTEED_GPUS =
 *     gauge("runai_project_guaranteed_gpus", GPUS, CLUSTER_ID, PROJECT)
 *         .between(-1, POSITIVE_INFINITY)
 *         .help("Guaranteed GPU quota per project")
 *         .note("-1 means unlimited: keep only values >= 0 before computing.");
 * }</pre>
 *
 * <p>The words of a line:
 *
 * <ul>
 *   <li>{@link io.runboards.catalog.Kind} says what may be done with the numbers: only a counter
 *       has a rate, and a code is never added up.
 *   <li>{@link io.runboards.catalog.Unit} says what they measure. Units of one {@link
 *       io.runboards.catalog.Dimension} convert into each other, others do not; Run:ai mixes
 *       percent and 0 to 1, bytes and MiB, cores and thousandths of them.
 *   <li>{@link io.runboards.catalog.Label} says what a label means, whether its values ever end,
 *       and whether they name a person. All of them are in {@link io.runboards.catalog.Labels}.
 *       Real series carry more labels than documents list, so a query names those it means.
 *   <li>{@code identifiedBy} names labels that are enough to tell one series from the others.
 *       Without it, only all labels together are. {@code gpu} for instance is an index: it
 *       identifies nothing without a node or a pod.
 *   <li>{@link io.runboards.catalog.History} says in which cluster versions the metric exists, what
 *       it was called before, and how its labels were then.
 *   <li>{@code needs} says what an installation must switch on, {@code note} what one must know.
 * </ul>
 *
 * <p>{@link io.runboards.catalog.Catalog} puts the families together:
 *
 * <pre>{@code
 * Catalog catalog = Catalog.standard();
 * catalog.find("vllm:e2e_request_latency_seconds_bucket");   // one of a histogram's series
 * catalog.suggest("runai_gpu_utilisation_per_gpu");          // [runai_gpu_utilization_per_gpu]
 * catalog.changes(ClusterVersion.V2_16, ClusterVersion.V2_17).forEach(System.out::println);
 * }</pre>
 *
 * <p>Names are checked against this catalog and not against a server's metadata: the aggregated
 * Run:ai metrics are probably recorded by rules, and a server has no metadata for such series.
 *
 * <p>From cluster version 2.17 on, the vendor calls direct queries deprecated and offers an API in
 * their place. It has no query language, no joins and not all metrics, so dashboards stay with
 * queries; {@link io.runboards.catalog.ApiMetric} says where the API has the same measurement.
 */
package io.runboards.catalog;
