/**
 * What Grafana would ask a store to show a dashboard.
 *
 * <p>Someone opens a dashboard: first its variables get their values, each by its own query and
 * after those that the query mentions. Then every panel, once for each value that it is repeated
 * for, sends its queries, in which the values stand:
 *
 * <pre>{@code
 * public static List<Asked> whenOpened(Dashboard dashboard, Values store, Instant now) {
 *   Reader reader = Reader.USUAL;
 *   TimeRange range = TimeRange.of(dashboard.settings().from(), now);
 *   Choices choices = Choices.of(dashboard, Wishes.NONE, store, range, reader);
 *   return Shown.of(dashboard, choices, 3).stream()
 *       .flatMap(panel -> Asked.of(panel, range, reader).stream())
 *       .toList();
 * }
 * }</pre>
 *
 * <p>Everything here is a pure function but for {@link io.runboards.verify.grafana.Values}, which
 * answers the queries of variables. {@link io.runboards.verify.grafana.Wishes} choose something
 * else than what is chosen at first.
 *
 * <p>It follows the scenes that Grafana draws dashboards with from 11 on, and its plugin for
 * Prometheus, mistakes included: a value that the plugin does not escape well is asked for as the
 * plugin asks, and {@link io.runboards.verify.grafana.Choices#problems} tells.
 */
package io.runboards.verify.grafana;
