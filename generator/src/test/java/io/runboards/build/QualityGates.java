package io.runboards.build;

import java.util.List;

/** What this repository demands of itself and of what it ships, and what sees to it. */
record QualityGates(List<Subject> subjects, List<Gap> gaps) {

  /** Gates about one thing. */
  record Subject(String title, List<Gate> gates) {}

  /** A demand, and all that enforces it. */
  record Gate(String demand, List<Enforcer> enforcers) {}

  /** A demand that nothing enforces yet, and why. */
  record Gap(String demand, String why) {}

  /** What makes a build fail, or tells of it where it happens. */
  sealed interface Enforcer {
    /** A check, by its id. */
    record Check(String id) implements Enforcer {}

    /** A test, by its class and its method. */
    record Test(String type, String method) implements Enforcer {}

    /** An alert, which a test of rules makes fire and keeps silent. */
    record Alert(String name) implements Enforcer {}
  }

  private static Enforcer check(String id) {
    return new Enforcer.Check(id);
  }

  private static Enforcer test(String type, String method) {
    return new Enforcer.Test(type, method);
  }

  private static Enforcer alert(String name) {
    return new Enforcer.Alert(name);
  }

  private static Gate gate(String demand, Enforcer... enforcers) {
    return new Gate(demand, List.of(enforcers));
  }

  private static Subject subject(String title, Gate... gates) {
    return new Subject(title, List.of(gates));
  }

  static final QualityGates ALL =
      new QualityGates(
          List.of(
              subject(
                  "Everything is code",
                  gate(
                      "Nobody changes a dashboard in Grafana: providers do not allow it.",
                      test("MountTest", "nobodyChangesThemInGrafana")),
                  gate(
                      "Every value of one installation comes from its site or from a variable that"
                          + " `.env.example` lists; none is listed that nothing asks for.",
                      test("ComposeTest", "eachVariableIsListedAndEachThatIsListedIsAskedFor"),
                      test("ComposeTest", "everyVariableThatShopsFillInHasAConsumer"),
                      test("ComposeTest", "eachVariableOfTheSiteIsListedWithItsUsualValue")),
                  gate(
                      "No file and no output holds a secret, whatever goes wrong.",
                      test("SecretsTest", "noFileAndNoOutputOfASiteHoldsOne"),
                      test("SecretsTest", "aSecretInThePlaceOfAValueIsNotRepeated"),
                      test("SecretsTest", "aSecretThatAVariableBringsIsNotRepeated"),
                      test("SecretsTest", "aBrokenFileIsNotQuoted"),
                      test("ComposeTest", "aSecretIsAFileThatOnlyItsReadersSee")),
                  gate(
                      "Generating twice changes nothing.",
                      test("GenerateTest", "aSecondRunChangesNothingAndACheckIsContent")),
                  gate(
                      "The mount and the Compose project are what Grafana and Docker read.",
                      test("MountTest", "everyFieldIsOneThatGrafanaKnows"),
                      test("ComposeTest", "dockerReadsTheFile"),
                      test("ComposeTest", "whatIsMountedIsGenerated"),
                      test("ComposeTest", "everyImageHasAVersion"))),
              subject(
                  "Alerts",
                  gate("Every alert has a runbook.", check("missing-runbook")),
                  gate(
                      "An alert about a GPU holds for two minutes at least before it fires.",
                      check("short-for")),
                  gate(
                      "No alert fires because GPUs are busy; hot GPUs are another matter.",
                      check("gpu-utilization-high"),
                      alert("GpuHot")),
                  gate("A target that is down never alerts by itself.", check("up-alone")),
                  gate(
                      "Objectives alert by burn rates within a long and a short window, with"
                          + " thresholds that follow from what is promised.",
                      test("ObjectiveTest", "alertsLookAtALongAndAShortWindow"),
                      test("ObjectiveTest", "burnRatesDoNotContradictThemselves"),
                      test("ObjectiveTest", "anAlertIsTestedJustAboveAndJustBelowItsThreshold")),
                  gate(
                      "Training: failed jobs, losses that are no number or stand still, kills for"
                          + " lack of memory, and GPUs that wait are told.",
                      alert("TrainingJobFailed"),
                      alert("TrainingLossNotFinite"),
                      alert("TrainingLossPlateau"),
                      alert("TrainingPodOomKilled"),
                      alert("RunaiGpuOomKills"),
                      alert("RunaiWorkloadGpuUtilLow")),
                  gate(
                      "Inference: slow answers, errors and long queues are told.",
                      alert("InferenceP99High"),
                      alert("InferenceErrorRatioHigh"),
                      alert("InferenceQueueDeep")),
                  gate(
                      "Services without an objective: errors and outages are told.",
                      alert("GatewayErrorRatioHigh"),
                      alert("GatewayDeploymentOut"),
                      alert("VectorDatabaseErrorRatioHigh"),
                      alert("EndpointProbeFailed")),
                  gate(
                      "Every alert is shown to fire and to keep silent, and a wrong threshold is"
                          + " found.",
                      check("untested-rule"),
                      test("ShippedRulesTest", "prometheusTakesThemAndTheirTestsSucceed"),
                      test("AlertMutantsTest", "aSampleOfMutantsIsFound")),
                  gate(
                      "An alert that comes and goes stays on for a while.",
                      check("short-keep-firing")),
                  gate(
                      "The store that feeds decisions has objectives of its own.",
                      alert("StoreAvailabilityBurn1h"),
                      alert("StoreLatencyBurn1h")),
                  gate(
                      "Certificates are watched for their end.",
                      alert("CertificateExpiresSoon"),
                      alert("CertificateExpiresNow"))),
              subject(
                  "Recording rules",
                  gate("Their names say level, metric and operations.", check("record-name")),
                  gate(
                      "Their rulers take them.",
                      check("group-limit"),
                      check("ruler-limit"),
                      test("ShippedRulesTest", "mimirTakesThem"))),
              subject(
                  "Series",
                  gate(
                      "No label has a value for each user, request, session or trace.",
                      check("forbidden-label"),
                      test("PrometheusConfigTest", "labelsWithAValueForEachRequestAreDropped")),
                  gate(
                      "What has no end is shown as its top few, or as a table about one thing.",
                      check("unbounded-label"),
                      check("unbounded-recording"),
                      test("ShippedDashboardsTest", "whatHasNoEndIsTheTopFewOrATable")),
                  gate(
                      "A job and a tenant have as many series as they may.",
                      alert("CardinalityJobOverBudget"),
                      alert("TenantNearSeriesLimit"),
                      check("series-budget")),
                  gate(
                      "Quantiles come from buckets, and no metric is a summary.",
                      check("quantile-without-buckets"),
                      test("FamiliesTest", "noMetricIsASummary")),
                  gate(
                      "Two replicas of a Prometheus send one series, and their alerts are one.",
                      test("PrometheusConfigTest", "alertsOfBothReplicasAreTheSame"))),
              subject(
                  "Dashboards",
                  gate(
                      "One gets from the overview to the instance by clicks.",
                      check("broken-link"),
                      test(
                          "ShippedDashboardsTest",
                          "everyDashboardButTheOverviewsCanBeReachedByAClick")),
                  gate("None has fifty panels.", check("too-many-panels")),
                  gate(
                      "None names a host, an address, a port or an organisation.",
                      check("hard-coded-place")),
                  gate(
                      "Targets stand in files that Prometheus reads again.",
                      test("PrometheusConfigTest", "targetsStandInFilesOfTheirOwn"))),
              subject(
                  "Tenants",
                  gate(
                      "Limits are those that the store knows, and it enforces them.",
                      test("OverridesTest", "mimirReadsThemAllAndRefusesALimitThatOnlyGemKnows"),
                      test("InstallationTest", "theStoreEnforcesTheLimitOfATenantAndOfNoOther")),
                  gate(
                      "A tenant sees its own series, and a federation those of its members.",
                      test(
                          "InstallationTest", "aFederationReadsAllItsMembersAndATenantOnlyItself")),
                  gate(
                      "An access policy does not hide what its readers' dashboards show.",
                      check("hidden-metric"),
                      check("cardinality-source"))),
              subject(
                  "Proof",
                  gate(
                      "Each panel shows something on a real Prometheus, or says why it may not.",
                      test("ProofTest", "nothingIsBroken"),
                      test("ProofTest", "whatIsEmptySaysWhyItMayBe")),
                  gate(
                      "Each alert fires because of some incident, and no critical one without.",
                      test("ProofTest", "everyAlertFiresBecauseOfSomeIncident"),
                      test("ProofTest", "noCriticalAlertFiresOnAHealthyDay")),
                  gate(
                      "Metrics flow before a dashboard ships: a store can be asked which panels"
                          + " would be empty.",
                      test("StoreVerificationTest", "whatIsMissingIsToldOfMetricsPanelsAndRules")),
                  gate(
                      "Deploying to a running Grafana twice makes no new version.",
                      test("ApplyTest", "aFleetIsDeployedKeptRepairedAndThinnedOut")))),
          List.of(
              new Gap(
                  "An alert fires at most five times a day without an incident.",
                  "Only an installation's own history can tell."),
              new Gap(
                  "Kubernetes ConfigMaps and Terraform are ways to ship.",
                  "Neither is written yet."),
              new Gap(
                  "`docker compose up` from a clean state shows everything.",
                  "The tests read the project with Docker's own library, but start no containers."),
              new Gap(
                  "A training job's metrics are there within a minute of its start.",
                  "Alerts tell of missing metrics; nothing measures how soon they come."),
              new Gap(
                  "Three Alertmanagers gossip.",
                  "The Compose project has one. The configuration is the same for three.")));
}
