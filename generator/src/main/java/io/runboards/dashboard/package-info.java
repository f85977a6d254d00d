/**
 * Dashboards as immutable records, and the words to write them in.
 *
 * <p>A dashboard is a list of rows, a row a list of panels, a panel a list of queries. Each has a
 * word to begin with; each further word returns a changed copy:
 *
 * <pre>{@code
 * Dashboard nodes =
 *     dashboard("gpu-load", "GPU load")
 *         .answers("Which GPUs work, and which are only held?", "platform on-call")
 *         .in("Run:ai")
 *         .rows(
 *             row(
 *                 stat("GPUs").query(sum(metric(GPU_COUNT_PER_NODE))).colored(Color.GREY),
 *                 stat("Load").query(avg(metric(GPU_UTILIZATION_PER_GPU))).decimals(0)),
 *             row(
 *                 "By node",
 *                 timeseries("Load by node")
 *                     .about("Near 0 with GPUs allocated: quota that is held and not used.")
 *                     .query(avg(metric(GPU_UTILIZATION_PER_GPU)).by(CLUSTER_ID, NODE), "{{node}}")));
 * }</pre>
 *
 * <p>What is not said is derived: the unit from the query, the place from the order, the panel's
 * number from its title. {@link io.runboards.dashboard.Layout} fills lines of 24 columns; {@code
 * width} and {@code height} fix what should not float.
 *
 * <p><b>Queries</b> are written with the words of {@link io.runboards.query.Queries} or as PromQL
 * text. Tiles, bars and tables ask for now, everything else for the whole time range.
 *
 * <p><b>Variables</b> are values of a label. {@code chosen()} is the condition that belongs to one,
 * {@code within} makes one depend on others:
 *
 * <pre>{@code
 * Variable.ValuesOf clusters =
 *     valuesOf(CLUSTER_ID, GPU_COUNT_PER_NODE).named("cluster").titled("Cluster").multi().orAll();
 * Variable.ValuesOf node = valuesOf(NODE, GPU_COUNT_PER_NODE).within(clusters).titled("Node");
 * Selected gpusOfIt = metric(GPU_COUNT_PER_NODE).where(clusters.chosen(), node.chosen());
 * gpusOfIt.toString();  // runai_gpu_count_per_node{clusterId=~"$cluster",node="$node"}
 * }</pre>
 *
 * <p><b>Links</b> carry labels. Where a value comes from (what was clicked, or a variable) and
 * which variable takes it at the other end is found out when all dashboards are together:
 *
 * <pre>{@code
 * DrillDown toNode = linkTo("runai-node", "Node").carrying(CLUSTER_ID, NODE);
 * Panel busiest =
 *     bargauge("Busiest nodes")
 *         .query(topk(10, max(metric(GPU_UTILIZATION_PER_NODE)).by(CLUSTER_ID, NODE)), "{{node}}")
 *         .drillDown(toNode);
 * }</pre>
 *
 * <p><b>Tables</b> put the results of their queries side by side where labels agree. A column is a
 * label or a query:
 *
 * <pre>{@code
 * Panel nodeTable =
 *     table("Nodes")
 *         .query(max(metric(GPU_COUNT_PER_NODE)).by(CLUSTER_ID, NODE), "GPUs")
 *         .query(max(metric(GPU_UTILIZATION_PER_NODE)).by(CLUSTER_ID, NODE), "Load")
 *         .columns(
 *             Table.hidden(CLUSTER_ID),
 *             Table.column(NODE, "Node"),
 *             Table.column("GPUs"),
 *             Table.column(
 *                 Part.named("Load")
 *                     .asBar(0, 100)
 *                     .thresholds(Color.TRANSPARENT, Threshold.from(0, Color.GREEN))))
 *         .leastFirst("Load");
 * }</pre>
 *
 * <p><b>Parts</b> say what is different for some series:
 *
 * <pre>{@code
 * Panel gap =
 *     timeseries("Capacity and use")
 *         .query(sum(metric(GPU_COUNT_PER_NODE)), "Capacity")
 *         .query(sum(metric(ALLOCATED_GPU_COUNT_PER_NODE)), "Allocated")
 *         .parts(
 *             Part.named("Capacity").in(Color.GREY).dashed(),
 *             Part.named("Allocated").in(Color.BLUE).filled(10))
 *         .legend(Legend.list(Reducer.LAST, Reducer.MEAN));
 * }</pre>
 *
 * <p><b>Versions.</b> Dashboards name metrics as the newest clusters do. For a site with older ones
 * names, labels and units are put back; a panel whose metric did not exist says {@code
 * notBefore(version)} or what stands there instead, {@code before(version, panel)}.
 *
 * <p>What cannot be right fails where it is written, with a {@link
 * io.runboards.dashboard.WrongDashboard} or {@link io.runboards.query.WrongQuery}, or is found when
 * all dashboards are checked together.
 */
package io.runboards.dashboard;
