package io.runboards.check;

import io.runboards.catalog.ClusterVersion;
import io.runboards.flow.LabelFlow;
import io.runboards.flow.UnitFlow;
import io.runboards.flow.World;
import io.runboards.promql.Expr;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A query with all that is known about it.
 *
 * @param tree the query
 * @param labels the labels of each of its nodes
 * @param units what each of its nodes measures
 * @param world what is known about series
 * @param version the cluster version that it is for, if that is known
 * @param nodes all nodes of the tree, parents before their children
 * @param ever the labels that each of its nodes has or once had
 */
public record Query(
    Expr tree,
    LabelFlow labels,
    UnitFlow units,
    World world,
    Optional<ClusterVersion> version,
    List<Expr> nodes,
    EverLabels ever) {

  /** Works out what there is to know about a tree. */
  public static Query of(Expr tree, World world, Optional<ClusterVersion> version) {
    LabelFlow labels = LabelFlow.through(tree, world);
    UnitFlow units = UnitFlow.through(tree, world);
    List<Expr> nodes = Below.nodes(List.of(tree)).toList();
    return new Query(
        tree, labels, units, world, version, nodes, EverLabels.in(nodes, labels, world));
  }

  /** All nodes of one kind. */
  public <T extends Expr> Stream<T> all(Class<T> kind) {
    return nodes.stream().filter(kind::isInstance).map(kind::cast);
  }
}
