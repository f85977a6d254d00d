package io.runboards.check;

import io.runboards.catalog.ClusterVersion;
import io.runboards.flow.LabelFlow;
import io.runboards.flow.Metrics;
import io.runboards.flow.UnitFlow;
import io.runboards.flow.World;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A query with all that is known about it, which is worked out once for all rules. */
public final class Query {
  private final Expr tree;
  private final LabelFlow labels;
  private final UnitFlow units;
  private final World world;
  private final Optional<ClusterVersion> version;
  private final List<Expr> nodes;
  private final List<VectorSelector> selectors = new ArrayList<>();
  private final List<Matcher> matchers = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();
  private final List<Aggregation> aggregations = new ArrayList<>();
  private final List<Binary> binaries = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<LabelUse> uses;
  private EverLabels ever;

  private Query(Expr tree, World world, Optional<ClusterVersion> version) {
    this.tree = tree;
    this.labels = LabelFlow.through(tree, world);
    this.units = UnitFlow.through(tree, world);
    this.world = world;
    this.version = version;
    this.nodes = Collections.unmodifiableList(Below.nodes(List.of(tree)));
    nodes.forEach(this::sortIn);
    this.uses = LabelUse.among(nodes);
  }

  /** Works out what there is to know about a tree. */
  public static Query of(Expr tree, World world, Optional<ClusterVersion> version) {
    return new Query(tree, world, version);
  }

  private void sortIn(Expr node) {
    switch (node) {
      case VectorSelector selector -> sortIn(selector);
      case Aggregation aggregation -> aggregations.add(aggregation);
      case Binary binary -> binaries.add(binary);
      case Call call -> calls.add(call);
      default -> {}
    }
  }

  private void sortIn(VectorSelector selector) {
    selectors.add(selector);
    matchers.addAll(selector.matchers());
    Metrics.of(selector, world).ifPresent(metric -> readings.add(new Reading(selector, metric)));
  }

  public Expr tree() {
    return tree;
  }

  /** The labels of each node. */
  public LabelFlow labels() {
    return labels;
  }

  /** What each node measures. */
  public UnitFlow units() {
    return units;
  }

  /** What is known about series. */
  public World world() {
    return world;
  }

  /** The cluster version that the query is for, if that is known. */
  public Optional<ClusterVersion> version() {
    return version;
  }

  /** All nodes of the tree, parents before their children. */
  public List<Expr> nodes() {
    return nodes;
  }

  /** Whether a series may have a label at a node, or had it anywhere below. */
  boolean everHad(String label, Expr node) {
    if (labels.at(node).mayHave(label)) {
      return true;
    }
    if (ever == null) {
      ever = EverLabels.in(nodes, labels, world);
    }
    return ever.had(label, node);
  }

  List<VectorSelector> selectors() {
    return selectors;
  }

  /** The matchers of all selectors. */
  List<Matcher> matchers() {
    return matchers;
  }

  /** The selectors of known metrics. */
  List<Reading> readings() {
    return readings;
  }

  List<Aggregation> aggregations() {
    return aggregations;
  }

  List<Binary> binaries() {
    return binaries;
  }

  List<Call> calls() {
    return calls;
  }

  /** All labels that operations name. */
  List<LabelUse> uses() {
    return uses;
  }
}
