package io.runboards.alerts;

import static io.runboards.catalog.Labels.CONTAINER;
import static io.runboards.catalog.Labels.DAEMONSET;
import static io.runboards.catalog.Labels.DEPLOYMENT;
import static io.runboards.catalog.Labels.INSTANCE;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.POD;
import static io.runboards.catalog.Labels.RESOURCE;
import static io.runboards.catalog.Labels.STATEFULSET;
import static io.runboards.catalog.Labels.UNIT;
import static io.runboards.rules.Given.series;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.RuleTest.test;

import io.runboards.catalog.Cadvisor;
import io.runboards.catalog.KubeStateMetrics;
import io.runboards.catalog.Metric;
import io.runboards.rules.Given;
import io.runboards.rules.LabelValue;
import io.runboards.rules.RuleTest;
import java.util.List;
import java.util.stream.Stream;

/** What the rules about the services of Run:ai do with given series. */
final class ControlPlaneTests {
  private static final LabelValue[] AGENT = {
    with(NAMESPACE, "runai"), with(POD, "agent-0"), with(CONTAINER, "agent")
  };

  private static final LabelValue[] SCHEDULER = {
    with(NAMESPACE, "runai"), with(DEPLOYMENT, "scheduler")
  };

  private ControlPlaneTests() {}

  static List<RuleTest> all() {
    return Stream.of(containers(), controllers()).flatMap(List::stream).toList();
  }

  private static List<RuleTest> containers() {
    return List.of(
        test("a container uses 85 % of its memory limit")
            .given(of(Cadvisor.MEMORY_WORKING_SET_BYTES, "850x20"), limit("memory", "byte", "1000"))
            .silent("9m", ControlPlane.MEMORY_WARNING)
            .fires("10m", ControlPlane.MEMORY_WARNING, 0.85, AGENT)
            .silent("20m", ControlPlane.MEMORY_CRITICAL),
        test("a container uses 95 % of its memory limit")
            .given(of(Cadvisor.MEMORY_WORKING_SET_BYTES, "950x20"), limit("memory", "byte", "1000"))
            .silent("4m", ControlPlane.MEMORY_CRITICAL)
            .fires("5m", ControlPlane.MEMORY_CRITICAL, 0.95, AGENT),
        test("a container uses 75 % of its memory limit")
            .given(of(Cadvisor.MEMORY_WORKING_SET_BYTES, "750x20"), limit("memory", "byte", "1000"))
            .silent("20m", ControlPlane.MEMORY_WARNING)
            .silent("20m", ControlPlane.MEMORY_CRITICAL),
        test("a container without a memory limit, and one of somebody else")
            .given(
                of(Cadvisor.MEMORY_WORKING_SET_BYTES, "950x20"),
                series(
                    Cadvisor.MEMORY_WORKING_SET_BYTES,
                    "950x20",
                    with(NAMESPACE, "runai-p1"),
                    with(POD, "train-0"),
                    with(CONTAINER, "main")),
                limit("memory", "byte", "0"),
                series(
                    KubeStateMetrics.POD_CONTAINER_RESOURCE_LIMITS,
                    "1000x20",
                    with(NAMESPACE, "runai-p1"),
                    with(POD, "train-0"),
                    with(CONTAINER, "main"),
                    with(RESOURCE, "memory")))
            .silent("20m", ControlPlane.MEMORY_WARNING)
            .silent("20m", ControlPlane.MEMORY_CRITICAL),
        test("a container uses 0.9 cores of one")
            .given(of(Cadvisor.CPU_USAGE_SECONDS_TOTAL, "1000+54x20"), limit("cpu", "core", "1"))
            .silent("13m", ControlPlane.CPU_WARNING)
            .fires("14m", ControlPlane.CPU_WARNING, 0.9, AGENT),
        test("a container uses 0.6 cores of one")
            .given(of(Cadvisor.CPU_USAGE_SECONDS_TOTAL, "1000+36x20"), limit("cpu", "core", "1"))
            .silent("20m", ControlPlane.CPU_WARNING),
        test("a container restarts three times in ten minutes, and two exporters tell")
            .given(restarts("a", "5x10 6x1 7x1 8x50"), restarts("b", "5x10 6x1 7x1 8x50"))
            .silent("16m", ControlPlane.RESTARTING)
            .fires("17m", ControlPlane.RESTARTING, 3.333, AGENT)
            .fires("25m", ControlPlane.RESTARTING, 3.333, AGENT)
            .silent("45m", ControlPlane.RESTARTING),
        test("a container restarts twice in ten minutes, and two exporters tell")
            .given(restarts("a", "5x10 6x1 7x50"), restarts("b", "5x10 6x1 7x50"))
            .silent("16m", ControlPlane.RESTARTING)
            .silent("19m", ControlPlane.RESTARTING));
  }

  private static List<RuleTest> controllers() {
    return List.of(
        test("a DaemonSet lacks its pods on two nodes")
            .given(daemonSet(KubeStateMetrics.DAEMONSET_STATUS_NUMBER_UNAVAILABLE, "0x4 2x30"))
            .silent("19m", ControlPlane.DAEMON_SET_UNAVAILABLE)
            .fires(
                "20m",
                ControlPlane.DAEMON_SET_UNAVAILABLE,
                2,
                with(NAMESPACE, "runai"),
                with(DAEMONSET, "toolkit")),
        test("a deployment lacks one of its pods")
            .given(
                deployment(
                    KubeStateMetrics.DEPLOYMENT_STATUS_REPLICAS_UNAVAILABLE, "one", "0x4 1x30"))
            .silent("19m", ControlPlane.DEPLOYMENT_UNAVAILABLE)
            .fires("20m", ControlPlane.DEPLOYMENT_UNAVAILABLE, 1, SCHEDULER),
        test("all pods of a deployment are gone, but those of another cluster are there")
            .given(
                deployment(KubeStateMetrics.DEPLOYMENT_STATUS_REPLICAS_AVAILABLE, "one", "2x4 0x9"),
                deployment(KubeStateMetrics.DEPLOYMENT_SPEC_REPLICAS, "one", "2x20"),
                deployment(KubeStateMetrics.DEPLOYMENT_STATUS_REPLICAS_AVAILABLE, "two", "2x20"),
                deployment(KubeStateMetrics.DEPLOYMENT_SPEC_REPLICAS, "two", "2x20"))
            .silent("9m", ControlPlane.DEPLOYMENT_GONE)
            .fires("10m", ControlPlane.DEPLOYMENT_GONE, 0, SCHEDULER),
        test("a deployment is scaled down on purpose, in one of two clusters")
            .given(
                deployment(KubeStateMetrics.DEPLOYMENT_STATUS_REPLICAS_AVAILABLE, "one", "0x20"),
                deployment(KubeStateMetrics.DEPLOYMENT_SPEC_REPLICAS, "one", "0x20"),
                deployment(KubeStateMetrics.DEPLOYMENT_STATUS_REPLICAS_AVAILABLE, "two", "2x20"),
                deployment(KubeStateMetrics.DEPLOYMENT_SPEC_REPLICAS, "two", "2x20"))
            .silent("20m", ControlPlane.DEPLOYMENT_GONE),
        test("one pod of a StatefulSet is not ready, but that of another cluster is")
            .given(
                statefulSet(KubeStateMetrics.STATEFULSET_REPLICAS, "one", "3x40"),
                statefulSet(KubeStateMetrics.STATEFULSET_STATUS_REPLICAS_READY, "one", "3x4 2x40"),
                statefulSet(KubeStateMetrics.STATEFULSET_REPLICAS, "two", "3x40"),
                statefulSet(KubeStateMetrics.STATEFULSET_STATUS_REPLICAS_READY, "two", "3x40"))
            .silent("19m", ControlPlane.STATEFUL_SET_INSUFFICIENT)
            .fires(
                "20m",
                ControlPlane.STATEFUL_SET_INSUFFICIENT,
                1,
                with(NAMESPACE, "runai-backend"),
                with(STATEFULSET, "postgres")),
        test("all is as it should be")
            .given(
                daemonSet(KubeStateMetrics.DAEMONSET_STATUS_NUMBER_UNAVAILABLE, "0x30"),
                deployment(KubeStateMetrics.DEPLOYMENT_STATUS_REPLICAS_UNAVAILABLE, "one", "0x30"),
                statefulSet(KubeStateMetrics.STATEFULSET_REPLICAS, "one", "3x30"),
                statefulSet(KubeStateMetrics.STATEFULSET_STATUS_REPLICAS_READY, "one", "3x30"))
            .silent("30m", ControlPlane.DAEMON_SET_UNAVAILABLE)
            .silent("30m", ControlPlane.DEPLOYMENT_UNAVAILABLE)
            .silent("30m", ControlPlane.STATEFUL_SET_INSUFFICIENT));
  }

  private static Given of(Metric metric, String values) {
    return series(metric, values, AGENT);
  }

  private static Given limit(String resource, String unit, String value) {
    return series(
        KubeStateMetrics.POD_CONTAINER_RESOURCE_LIMITS,
        value + "x20",
        with(NAMESPACE, "runai"),
        with(POD, "agent-0"),
        with(CONTAINER, "agent"),
        with(RESOURCE, resource),
        with(UNIT, unit));
  }

  private static Given restarts(String exporter, String values) {
    return series(
        KubeStateMetrics.POD_CONTAINER_STATUS_RESTARTS_TOTAL,
        values,
        with(NAMESPACE, "runai"),
        with(POD, "agent-0"),
        with(CONTAINER, "agent"),
        with(INSTANCE, exporter));
  }

  private static Given daemonSet(Metric metric, String values) {
    return series(metric, values, with(NAMESPACE, "runai"), with(DAEMONSET, "toolkit"));
  }

  private static Given deployment(Metric metric, String exporter, String values) {
    return series(
        metric,
        values,
        with(NAMESPACE, "runai"),
        with(DEPLOYMENT, "scheduler"),
        with(INSTANCE, exporter));
  }

  private static Given statefulSet(Metric metric, String exporter, String values) {
    return series(
        metric,
        values,
        with(NAMESPACE, "runai-backend"),
        with(STATEFULSET, "postgres"),
        with(INSTANCE, exporter));
  }
}
