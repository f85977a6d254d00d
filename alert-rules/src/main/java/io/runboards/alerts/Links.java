package io.runboards.alerts;

import static io.runboards.dashboard.DrillDown.linkTo;

import io.runboards.catalog.Labels;
import io.runboards.dashboard.DrillDown;

/** Where names lead, on every dashboard and in every runbook. */
public final class Links {
  public static final DrillDown CLUSTER =
      linkTo(Uids.CLUSTER, "Cluster").carrying(Labels.CLUSTER_ID);
  public static final DrillDown NODES = linkTo(Uids.NODES, "All nodes").carrying(Labels.CLUSTER_ID);
  public static final DrillDown CAPACITY =
      linkTo(Uids.CAPACITY, "Capacity and chargeback").carrying(Labels.CLUSTER_ID);
  public static final DrillDown QUOTA =
      linkTo(Uids.QUOTA, "Quota and fairness").carrying(Labels.CLUSTER_ID);

  public static final DrillDown NODE =
      linkTo(Uids.NODE, "Node").carrying(Labels.CLUSTER_ID, Labels.NODE);
  public static final DrillDown GPU =
      linkTo(Uids.GPU, "GPU").carrying(Labels.CLUSTER_ID, Labels.NODE, Labels.GPU);

  /** For what dcgm-exporter says, which knows no cluster. */
  public static final DrillDown GPU_OF_NODE =
      linkTo(Uids.GPU, "GPU").carrying(Labels.NODE, Labels.GPU);

  public static final DrillDown DEPARTMENT =
      linkTo(Uids.DEPARTMENT, "Department").carrying(Labels.CLUSTER_ID, Labels.DEPARTMENT);
  public static final DrillDown PROJECT =
      linkTo(Uids.PROJECT, "Project").carrying(Labels.CLUSTER_ID, Labels.PROJECT);
  public static final DrillDown WORKLOAD =
      linkTo(Uids.WORKLOAD, "Workload").carrying(Labels.CLUSTER_ID, Labels.WORKLOAD_ID);
  public static final DrillDown POD =
      linkTo(Uids.POD, "Pod").carrying(Labels.CLUSTER_ID, Labels.POD_NAMESPACE, Labels.POD_NAME);

  public static final DrillDown OBJECTIVES =
      linkTo(Uids.OBJECTIVES, "Objectives").carrying(Labels.SLO, Labels.SERVICE);

  // For alerts about series that know no cluster

  public static final DrillDown CLUSTER_ANYWHERE = linkTo(Uids.CLUSTER, "Cluster");
  public static final DrillDown QUOTA_ANYWHERE = linkTo(Uids.QUOTA, "Quota and fairness");
  public static final DrillDown NODES_ANYWHERE = linkTo(Uids.NODES, "All nodes");
  public static final DrillDown PROJECT_ANYWHERE =
      linkTo(Uids.PROJECT, "Project").carrying(Labels.PROJECT);
  public static final DrillDown NAMESPACE_ANYWHERE =
      linkTo(Uids.POD, "Pods of the namespace").carryingAs(Labels.NAMESPACE, Labels.POD_NAMESPACE);
  public static final DrillDown POD_ANYWHERE =
      linkTo(Uids.POD, "Pod")
          .carryingAs(Labels.NAMESPACE, Labels.POD_NAMESPACE)
          .carryingAs(Labels.POD, Labels.POD_NAME);
  public static final DrillDown INFERENCE = linkTo(Uids.INFERENCE, "Inference");
  public static final DrillDown MODEL =
      linkTo(Uids.INFERENCE, "Model").carrying(Labels.NAMESPACE, Labels.MODEL_NAME);
  public static final DrillDown PIPELINE = linkTo(Uids.PIPELINE, "Metrics pipeline");

  // For alerts about the store and what sends to it

  public static final DrillDown TENANTS =
      linkTo(Uids.TENANTS, "Tenants of the store").carrying(Labels.CLUSTER, Labels.TENANT);
  public static final DrillDown STORE =
      linkTo(Uids.PIPELINE, "Metrics pipeline").carrying(Labels.CLUSTER);
  public static final DrillDown SENDER =
      linkTo(Uids.PIPELINE, "Metrics pipeline").carrying(Labels.INSTANCE);
  public static final DrillDown TENANTS_ANYWHERE = linkTo(Uids.TENANTS, "Tenants of the store");
  public static final DrillDown CARDINALITY_ANYWHERE = linkTo(Uids.CARDINALITY, "Cardinality");
  public static final DrillDown CARDINALITY =
      linkTo(Uids.CARDINALITY, "Cardinality").carrying(Labels.JOB);

  private Links() {}
}
