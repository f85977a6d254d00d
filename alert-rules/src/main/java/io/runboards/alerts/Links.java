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
  public static final DrillDown DEPARTMENT =
      linkTo(Uids.DEPARTMENT, "Department").carrying(Labels.CLUSTER_ID, Labels.DEPARTMENT);
  public static final DrillDown PROJECT =
      linkTo(Uids.PROJECT, "Project").carrying(Labels.CLUSTER_ID, Labels.PROJECT);
  public static final DrillDown WORKLOAD =
      linkTo(Uids.WORKLOAD, "Workload").carrying(Labels.CLUSTER_ID, Labels.WORKLOAD_ID);
  public static final DrillDown POD =
      linkTo(Uids.POD, "Pod").carrying(Labels.CLUSTER_ID, Labels.POD_NAMESPACE, Labels.POD_NAME);

  public static final DrillDown TENANTS =
      linkTo(Uids.TENANTS, "Tenants of the store").carrying(Labels.CLUSTER, Labels.TENANT);
  public static final DrillDown STORE = linkTo(Uids.PIPELINE, "Pipeline").carrying(Labels.CLUSTER);
  public static final DrillDown SENDER =
      linkTo(Uids.PIPELINE, "Pipeline").carrying(Labels.INSTANCE);
  public static final DrillDown PIPELINE = linkTo(Uids.PIPELINE, "Pipeline");
  public static final DrillDown CARDINALITY =
      linkTo(Uids.CARDINALITY, "Cardinality").carrying(Labels.JOB);

  private Links() {}
}
