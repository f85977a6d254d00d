/**
 * Dashboards for Grafana, as files of a provisioning mount and as resources of its API.
 *
 * <p>{@link io.runboards.emit.grafana.GrafanaFiles} turns a workspace into files, {@link
 * io.runboards.emit.grafana.GrafanaDashboard} one dashboard into text. What equals Grafana's own
 * default is not written, unless Grafana needs it. {@code Since} lists all that differs between its
 * versions.
 *
 * <p>A panel goes this way: {@code PanelUnits} finds the units of its queries, {@code Columns} the
 * steps from results to rows, {@code PanelFields} what its values look like, {@code PanelOptions}
 * what is special to its kind; {@code ClassicPanels} and {@code SecondDashboard} put them together.
 */
package io.runboards.emit.grafana;
