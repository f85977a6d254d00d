package io.runboards.dashboards;

/** The names of our dashboards in addresses. They never change. */
final class Uids {
  static final String CLUSTER = "runai-cluster-overview";
  static final String GPU = "runai-gpu";
  static final String NODES = "runai-nodes";
  static final String NODE = "runai-node";
  static final String PROJECT = "runai-project";
  static final String DEPARTMENT = "runai-department-queue";
  static final String WORKLOAD = "runai-workload";
  static final String POD = "runai-pod";
  static final String INFERENCE = "runai-inference";
  static final String QUOTA = "runai-quota-fairness";
  static final String CAPACITY = "runai-capacity-chargeback";
  static final String TENANTS = "metrics-tenants";
  static final String CARDINALITY = "metrics-cardinality-overview";
  static final String CARDINALITY_METRICS = "metrics-cardinality-metrics";
  static final String CARDINALITY_LABELS = "metrics-cardinality-labels";
  static final String PIPELINE = "metrics-pipeline";

  private Uids() {}
}
