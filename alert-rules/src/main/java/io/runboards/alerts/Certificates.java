package io.runboards.alerts;

import static io.runboards.catalog.Blackbox.PROBE_SSL_EARLIEST_CERT_EXPIRY;
import static io.runboards.catalog.Blackbox.PROBE_SUCCESS;
import static io.runboards.catalog.Labels.INSTANCE;
import static io.runboards.catalog.Labels.JOB;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.min;
import static io.runboards.query.Queries.now;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.Given.series;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.RuleTest.test;
import static io.runboards.rules.Runbook.means;
import static io.runboards.rules.Urgency.CRITICAL;
import static io.runboards.rules.Urgency.WARNING;

import io.runboards.dashboard.Installation;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.Given;
import io.runboards.rules.LabelValue;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;
import io.runboards.rules.RuleTest;
import io.runboards.rules.Runbook;
import java.util.List;
import java.util.stream.Stream;

/** Addresses that are probed from outside: whether they answer, and how long their certificates. */
public final class Certificates implements RuleSource {
  private static final int DAY = 86400;
  private static final LabelValue ADDRESS = with(INSTANCE, "https://runai.example.com");
  private static final String SUMMARY =
      "The certificate of {{ $labels.instance }} expires in {{ $value | humanizeDuration }}";
  private static final Runbook RENEW =
      means("The first certificate of the chain that the address shows will soon be too old.")
          .matters(
              "From then on every client refuses it. Browsers show no console, clusters do not"
                  + " reach the control plane, and no metrics are delivered.")
          .steps(
              "See what is shown and who signed it: `openssl s_client -connect <host>:<port>"
                  + " -servername <host> </dev/null | openssl x509 -noout -subject -issuer"
                  + " -enddate`.",
              "If cert-manager renews it, see why it did not: `kubectl get certificates -A` and"
                  + " `kubectl -n <namespace> describe certificate <certificate>`.",
              "Otherwise order a new one and put it in place: `kubectl -n <namespace> create secret"
                  + " tls <secret> --cert=<file> --key=<file> --dry-run=client -o yaml | kubectl"
                  + " apply -f -`.",
              "If the secret is new but the old one is shown, restart what serves it: `kubectl -n"
                  + " <namespace> rollout restart deployment/<ingress>`.",
              "Look again with the first command: all replicas behind the address must show the"
                  + " new one.")
          .silence("When the address will be switched off before that day.");

  static final Alert EXPIRES_SOON =
      alert("CertificateExpiresSoon", WARNING, secondsLeft().below(21 * DAY))
          .holding("15m")
          .summary(SUMMARY)
          .description(
              "Less than three weeks are left. Whatever renews it by itself should have done so"
                  + " already: it most likely fails. After that day no client accepts the address"
                  + " any more.")
          .lookAt(Links.PIPELINE)
          .runbook(RENEW);

  static final Alert EXPIRES_NOW =
      alert("CertificateExpiresNow", CRITICAL, secondsLeft().below(3 * DAY))
          .holding("5m")
          .summary(SUMMARY)
          .description(
              "Less than three days are left, a weekend perhaps among them. After that no client"
                  + " accepts the address any more: no console, no metrics from the clusters.")
          .lookAt(Links.PIPELINE)
          .runbook(RENEW);

  static final Alert PROBE_FAILED =
      alert("EndpointProbeFailed", CRITICAL, max(metric(PROBE_SUCCESS)).by(INSTANCE).equalTo(0))
          .holding("5m")
          .summary("{{ $labels.instance }} does not answer as it should")
          .description(
              "For five minutes no probe of the address has succeeded, whoever made it. Users and"
                  + " clusters most likely cannot reach it either.")
          .lookAt(Links.PIPELINE)
          .runbook(
              means(
                      "Every probe of the address has failed for five minutes: no connection, no"
                          + " valid certificate, or another answer than expected.")
                  .matters(
                      "What stands behind the address is down for those who use it, even if all"
                          + " its pods look healthy from inside.")
                  .steps(
                      "See what the probe sees: `curl '<exporter>/probe?target=<address>&module="
                          + "<module>&debug=true'`.",
                      "Try it yourself: `curl -v <address>`. It tells apart a name that is not"
                          + " found, a connection that is refused, a certificate that has expired,"
                          + " and an error of the service.",
                      "See the way inwards: `kubectl get ingress,svc -A | grep <host>` and the log"
                          + " of the ingress.",
                      "See the service: `kubectl -n <namespace> get pods,endpoints`.",
                      "If all other addresses fail as well, examine the network of the exporter.")
                  .silence("While the service is upgraded with a pause that was announced."));

  static final Alert PROBE_MISSING =
      alert(
              "EndpointProbeMissing",
              WARNING,
              max(metric(PROBE_SUCCESS).offset("1h"))
                  .by(INSTANCE)
                  .unless(max(metric(PROBE_SUCCESS)).by(INSTANCE))
                  .on(INSTANCE))
          .holding("15m")
          .summary("Nobody probes {{ $labels.instance }} any more")
          .description(
              "An hour ago the address was probed, now it is not. If it fails or its certificate"
                  + " expires, no alert will tell. The alert ends when the last probe is an hour"
                  + " old.")
          .lookAt(Links.PIPELINE)
          .runbook(
              means("The results of the probes of this address have stopped.")
                  .matters("Failures of the address and of its certificate go unnoticed.")
                  .steps(
                      "See whether somebody took the address off the list on purpose: `kubectl get"
                          + " probes.monitoring.coreos.com -A`, or the scrape configuration.",
                      "See whether the exporter runs: `kubectl get pods -A | grep blackbox`.",
                      "See what the scrape says: `curl -s <prometheus>/api/v1/targets | jq"
                          + " '.data.activeTargets[] | select(.labels.instance == \"<address>\") |"
                          + " .lastError'`.")
                  .silence("When the address was taken off the list on purpose."));

  @Override
  public RuleFile define(Installation at) {
    return ruleFile("certificates", "Addresses and their certificates", "platform")
        .groups(group("runai-certificates", EXPIRES_SOON, EXPIRES_NOW, PROBE_FAILED, PROBE_MISSING))
        .tests(tests());
  }

  /** Of several servers or probes, the one that has the least left counts. */
  private static Series secondsLeft() {
    return min(metric(PROBE_SSL_EARLIEST_CERT_EXPIRY).above(0)).by(INSTANCE).minus(now());
  }

  private static List<RuleTest> tests() {
    return List.of(
        test("20 days are left")
            .given(expiry(20 * DAY + 900))
            .silent("14m", EXPIRES_SOON)
            .fires("15m", EXPIRES_SOON, 20 * DAY, ADDRESS)
            .silent("30m", EXPIRES_NOW),
        test("30 days are left, and a server without a certificate says so")
            .given(
                expiry(30 * DAY),
                series(PROBE_SSL_EARLIEST_CERT_EXPIRY, "-62135596800x60", with(INSTANCE, "x")))
            .silent("1h", EXPIRES_SOON),
        test("two days are left")
            .given(expiry(2 * DAY + 300))
            .silent("4m", EXPIRES_NOW)
            .fires("5m", EXPIRES_NOW, 2 * DAY, ADDRESS),
        test("five days are left").given(expiry(5 * DAY)).silent("1h", EXPIRES_NOW),
        test("an address stops to answer")
            .given(probe("1x4 0x10"))
            .silent("9m", PROBE_FAILED)
            .fires("10m", PROBE_FAILED, 0, ADDRESS),
        test("one of two probes fails")
            .given(probe("0x20", with(JOB, "here")), probe("1x20", with(JOB, "there")))
            .silent("20m", PROBE_FAILED),
        test("an address is no longer probed; an hour later nobody asks why")
            .given(probe("1x90 stale _x200"))
            .silent("1h45m", PROBE_MISSING)
            .fires("1h46m", PROBE_MISSING, 1, ADDRESS)
            .silent("2h40m", PROBE_MISSING));
  }

  private static Given expiry(long seconds) {
    return series(PROBE_SSL_EARLIEST_CERT_EXPIRY, seconds + "x60", ADDRESS);
  }

  private static Given probe(String values, LabelValue... more) {
    return series(
        PROBE_SUCCESS,
        values,
        Stream.concat(Stream.of(ADDRESS), Stream.of(more)).toArray(LabelValue[]::new));
  }
}
