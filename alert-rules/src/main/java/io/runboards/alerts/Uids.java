package io.runboards.alerts;

/** The names of our dashboards in addresses. They never change. */
public final class Uids {
  public static final String CLUSTER = "runai-cluster-overview";
  public static final String GPU = "runai-gpu";
  public static final String NODES = "runai-nodes";
  public static final String NODE = "runai-node";
  public static final String PROJECT = "runai-project";
  public static final String DEPARTMENT = "runai-department-queue";
  public static final String WORKLOAD = "runai-workload";
  public static final String POD = "runai-pod";
  public static final String INFERENCE = "runai-inference";
  public static final String QUOTA = "runai-quota-fairness";
  public static final String CAPACITY = "runai-capacity-chargeback";
  public static final String OBJECTIVES = "runai-objectives";
  public static final String TENANTS = "metrics-tenants";
  public static final String CARDINALITY = "metrics-cardinality-overview";
  public static final String CARDINALITY_METRICS = "metrics-cardinality-metrics";
  public static final String CARDINALITY_LABELS = "metrics-cardinality-labels";
  public static final String PIPELINE = "metrics-pipeline";

  private Uids() {}
}
