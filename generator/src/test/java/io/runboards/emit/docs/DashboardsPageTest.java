package io.runboards.emit.docs;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Runai.GPU_COUNT_PER_NODE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.DrillDown.linkTo;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.text;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.promql;
import static io.runboards.query.Queries.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.check.Workspace;
import io.runboards.dashboard.Annotation;
import io.runboards.dashboard.Color;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.emit.OutFile;
import io.runboards.query.Series;
import io.runboards.site.Site;
import java.util.List;
import org.junit.jupiter.api.Test;

class DashboardsPageTest {
  private static final ValuesOf CLUSTER =
      valuesOf(CLUSTER_ID, GPU_COUNT_PER_NODE).named("cluster").titled("Cluster").multi().orAll();
  private static final ValuesOf ONE_NODE =
      valuesOf(NODE, GPU_COUNT_PER_NODE).titled("Node").within(CLUSTER);
  private static final Series GPUS =
      sum(metric(GPU_COUNT_PER_NODE).where(CLUSTER.chosen())).by(CLUSTER_ID, NODE);

  @Test
  void tellsWhatDashboardsAnswerAndHowTheirNumbersAreMade() {
    Dashboard nodes =
        dashboard("nodes", "Nodes | all")
            .answers("Which *nodes*\nare idle?", "whoever runs them.")
            .in("My_folder")
            .tagged("gpu", "node")
            .relatedTo("node")
            .variables(CLUSTER)
            .annotated(Annotation.marks("Restarts", promql("changes(up[5m]) > 0"), "", Color.RED))
            .rows(
                row(text("Read me", "Words"), stat("GPUs").about("All <GPUs>.").query(GPUS)),
                row(
                        "Long | ranges",
                        table("By node")
                            .query(GPUS, "GPUs | all")
                            .query("up", "")
                            .columns(
                                Table.column(
                                    NODE, Part.named("Node").drillDown(linkTo("node", "Node"))),
                                Table.column("GPUs | all"))
                            .drillDown(linkTo("node", "Again"))
                            .drillDown(linkTo("nowhere", "Lost"))
                            .mayBeEmpty("it is new."))
                    .closed());
    Dashboard node =
        dashboard("node", "One node")
            .tagged("node")
            .variables(ONE_NODE, Variable.listed("how", "How", "a|b", "c"))
            .rows(row(timeseries("Broken").query("sum(", "")));
    assertThat(page(nodes, node))
        .isEqualTo(
            new OutFile(
                "docs/dashboards.md",
                """
                # Dashboards of my-site

                For Run:ai 2.17 and Grafana 13.0. `runboards generate` writes this page; change the
                dashboards in Java instead.

                | dashboard | answers | for | panels | queries |
                |---|---|---|--:|--:|
                | [Nodes \\| all](#nodes) | Which \\*nodes\\* are idle? | whoever runs them. | 3 | 4 |
                | [One node](#node) |  |  | 1 | 1 |

                <a id="nodes"></a>

                ## Nodes \\| all

                **Which \\*nodes\\* are idle?** For whoever runs them.

                `nodes`, in the folder My_folder, tagged gpu, node.

                Leads to [One node](#node), [nowhere](#nowhere).

                Beside it: [One node](#node).

                | variable | title | chooses |
                |---|---|---|
                | `$datasource` | Data source | a Prometheus data source |
                | `$cluster` | Cluster | some or all of the values of `clusterId` on `runai_gpu_count_per_node` |

                Marks on the time axis: Restarts.

                ```promql
                changes(up[5m]) > 0
                ```

                #### Read me

                *text*

                #### GPUs

                *number* – All \\<GPUs\\>.

                ```promql
                sum by (clusterId, node) (runai_gpu_count_per_node{clusterId=~"$cluster"})
                ```

                ### Long \\| ranges

                Closed at first.

                #### By node

                *table*

                May be empty: it is new.

                A, called `GPUs | all`:

                ```promql
                sum by (clusterId, node) (runai_gpu_count_per_node{clusterId=~"$cluster"})
                ```

                B:

                ```promql
                up
                ```

                Leads to [One node](#node), [nowhere](#nowhere).

                <a id="node"></a>

                ## One node

                `node`, tagged node.

                Reached from [Nodes \\| all](#nodes).

                | variable | title | chooses |
                |---|---|---|
                | `$datasource` | Data source | a Prometheus data source |
                | `$node` | Node | one of the values of `node` on `runai_gpu_count_per_node{clusterId=~"$cluster"}` |
                | `$how` | How | one of `a\\|b`, `c` |

                #### Broken

                *time series*

                ```promql
                sum(
                ```
                """));
  }

  @Test
  void everyKindOfVariableHasItsWords() {
    Dashboard it =
        dashboard("a", "A")
            .variables(
                Variable.dataSource("ds", "Source", "prom|mimir"),
                CLUSTER,
                ONE_NODE,
                ONE_NODE.named("n").multi().worded(CLUSTER_ID),
                ONE_NODE.named("m").orAll(),
                Variable.listed("list", "List", "a", "b : c"),
                Variable.interval("step", "Step", "5m", "1h"),
                Variable.adHoc("more", "More"),
                Variable.textBox("price", "Price", "2.50"),
                Variable.textBox("any", "Any", ""),
                Variable.constant("fixed", "1"));
    assertThat(page(it).content().lines().filter(line -> line.startsWith("| `$")))
        .containsExactly(
            "| `$ds` | Source | a Prometheus data source with a name like `prom\\|mimir` |",
            "| `$cluster` | Cluster | some or all of the values of `clusterId` on `runai_gpu_count_per_node` |",
            "| `$node` | Node | one of the values of `node` on `runai_gpu_count_per_node{clusterId=~\"$cluster\"}` |",
            "| `$n` | Node | some of the values of `node` on `runai_gpu_count_per_node{clusterId=~\"$cluster\"}`, shown as `clusterId` |",
            "| `$m` | Node | one or all of the values of `node` on `runai_gpu_count_per_node{clusterId=~\"$cluster\"}` |",
            "| `$list` | List | one of `a`, `b : c` |",
            "| `$step` | Step | one of `5m`, `1h` |",
            "| `$more` | More | conditions on any label, which go into every query |",
            "| `$price` | Price | any text, at first `2.50` |",
            "| `$any` | Any | any text |",
            "| `$fixed` | fixed | nothing: it is always `1` |");
  }

  @Test
  void aPageWithoutDashboardsHasNoTable() {
    assertThat(page().content())
        .isEqualTo(
            """
            # Dashboards of my-site

            For Run:ai 2.17 and Grafana 13.0. `runboards generate` writes this page; change the
            dashboards in Java instead.
            """);
  }

  private static OutFile page(Dashboard... dashboards) {
    Site site = Site.usual("my-site");
    return DashboardsPage.of(site, Workspace.of(List.of(dashboards), site.world(), site.cluster()));
  }
}
