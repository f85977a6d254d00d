package io.runboards.simulate.store;

import java.util.List;
import java.util.stream.Stream;

/**
 * Rules that are evaluated together.
 *
 * @param file the file or namespace that holds it
 * @param name its name
 * @param rules how many rules it has
 * @param interval the seconds from one evaluation to the next
 */
record RuleGroup(String file, String name, int rules, int interval) {
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  /** Those about clusters and what runs there. */
  static final List<RuleGroup> OF_CLUSTERS =
      List.of(
          eachMinute("certificates", "runai-certificates", 4),
          eachMinute("clusters", "runai-clusters", 4),
          eachMinute("control-plane", "runai-control-plane", 8),
          eachMinute("gpu-hardware", "gpu-errors", 4),
          eachMinute("gpu-hardware", "gpu-heat", 3),
          eachMinute("gpu-use", "gpu-use", 4),
          eachMinute("inference", "runai-inference", 6),
          eachMinute("nodes", "gpu-nodes", 6),
          eachMinute("objectives", "slo-inference-availability", 9),
          eachMinute("scheduling", "runai-queues", 4),
          eachMinute("training", "runai-training", 6),
          eachMinute("usage", "runai-usage", 6),
          new RuleGroup("usage", "runai-usage-hourly", 2, HOUR),
          eachMinute("watchdog", "watchdog", 1),
          eachMinute("workloads", "runai-workloads", 5));

  /** Those about the way from the targets to the store. */
  static final List<RuleGroup> OF_THE_PIPELINE =
      List.of(
          eachMinute("metrics-pipeline", "metrics-pipeline-sending", 3),
          eachMinute("metrics-pipeline", "metrics-pipeline-targets", 4));

  /** Those that read the store's own series. */
  static final List<RuleGroup> OF_THE_STORE =
      List.of(
          eachMinute("federation-health", "federation-health", 2),
          eachMinute("metrics-store", "metrics-store-requests", 4),
          eachMinute("metrics-store", "metrics-store-parts", 5),
          eachMinute("store-objectives", "slo-store-availability", 9),
          eachMinute("tenants", "tenants", 5));

  /** Those that read several tenants. */
  static final List<RuleGroup> FEDERATED =
      List.of(
          eachMinute("federation-all", "federated-usage", 3),
          new RuleGroup("federation-all", "federated-usage-hourly", 1, HOUR));

  private static RuleGroup eachMinute(String file, String name, int rules) {
    return new RuleGroup(file, name, rules, MINUTE);
  }

  static List<RuleGroup> all(List<RuleGroup> some, List<RuleGroup> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** As Prometheus calls it in its series. */
  String inPrometheus() {
    return "/etc/prometheus/rules/" + file + ".yaml;" + name;
  }

  /** As the store calls that of a tenant in its series. */
  String inStore(String tenant) {
    return "/data/ruler/" + tenant + "/" + file + ";" + name;
  }
}
