package io.runboards.rules;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.promql;
import static io.runboards.query.Queries.sum;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.Recording.recording;
import static io.runboards.rules.RuleGroup.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.catalog.Unit;
import io.runboards.query.Series;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Groups are cut to the size that a ruler takes, and what must stay together does. */
class GroupPartsTest {
  private static final int GROUPS = 300;

  private static GroupParts split(List<Rule> rules, int most) {
    RuleGroup group = group("g", rules);
    RuleFile file = RuleFile.ruleFile("f", "F", "t").groups(group);
    return GroupParts.of(file.groups().getFirst(), most, RuleGraph.of(new RuleBook(List.of(file))));
  }

  private static Recording records(String name, Series series) {
    return recording(Metric.gauge(name, Unit.GPUS, CLUSTER_ID), series);
  }

  private static Recording reads(String name, Recording... others) {
    Series sum =
        Stream.of(others)
            .<Series>map(Recording::read)
            .reduce((a, b) -> promql(a.expr() + " + " + b.expr()))
            .orElse(sum(metric(Runai.GPU_COUNT_PER_NODE)).by(CLUSTER_ID));
    return records(name, sum);
  }

  private static List<List<String>> names(GroupParts parts) {
    return parts.groups().stream()
        .map(part -> part.rules().stream().map(Rule::name).toList())
        .toList();
  }

  @Test
  void aSmallGroupStaysAsItIs() {
    Recording a = reads("a");
    GroupParts parts = split(List.of(a, reads("b", a)), 2);
    assertThat(parts.groups()).extracting(RuleGroup::name).containsExactly("g");
    assertThat(parts.torn()).isEmpty();
  }

  @Test
  void rulesThatReadEachOtherStayTogetherInTheirOrder() {
    Recording a = reads("a");
    Recording b = reads("b");
    Recording ofA = reads("of_a", a);
    Alert ofB = alert("OfB", Urgency.INFO, b.read().above(1));
    GroupParts parts = split(List.of(a, b, reads("alone"), ofA, ofB, reads("other")), 3);
    assertThat(names(parts))
        .containsExactly(List.of("a", "alone", "of_a"), List.of("b", "OfB", "other"));
    assertThat(parts.groups()).extracting(RuleGroup::name).containsExactly("g", "g-2");
    assertThat(parts.torn()).isEmpty();
  }

  @Test
  void aChainThatIsTooLongIsTornAndTold() {
    Recording a = reads("a");
    Recording b = reads("b", a);
    Recording c = reads("c", b);
    GroupParts parts = split(List.of(a, b, c), 2);
    assertThat(names(parts)).containsExactly(List.of("a", "b"), List.of("c"));
    assertThat(parts.torn()).hasSize(1);
    assertThat(parts.torn().getFirst()).extracting(Rule::name).containsExactly("a", "b", "c");
  }

  @Test
  void whateverTheGroupNothingIsLostAndNoPartIsTooLarge() {
    Random random = new Random(11);
    for (int i = 0; i < GROUPS; i++) {
      List<Rule> rules = rules(random);
      int most = 1 + random.nextInt(6);
      GroupParts parts = split(rules, most);
      List<List<Rule>> split = parts.groups().stream().map(RuleGroup::rules).toList();
      assertThat(split)
          .allSatisfy(part ->
              assertThat(part).hasSizeBetween(1, rules.size() <= most ? rules.size() : most));
      assertThat(split.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(rules);
      assertThat(split)
          .allSatisfy(part ->
              assertThat(part).isSortedAccordingTo((a, b) -> rules.indexOf(a) - rules.indexOf(b)));
      assertThat(parts.groups()).extracting(RuleGroup::name).doesNotHaveDuplicates();
      assertThat(parts.torn()).allSatisfy(chain -> assertThat(chain).hasSizeGreaterThan(most));
      assertThat(
              apart(rules, split, rule -> parts.torn().stream().noneMatch(it -> it.contains(rule))))
          .isEmpty();
    }
  }

  /** Rules that read what others write, which are in another part. */
  private static List<Rule> apart(
      List<Rule> rules, List<List<Rule>> split, Predicate<Rule> counts) {
    RuleGraph graph =
        RuleGraph.of(
            new RuleBook(List.of(RuleFile.ruleFile("f", "F", "t").groups(group("g", rules)))));
    return rules.stream()
        .filter(counts)
        .filter(reader ->
            split.stream()
                .filter(part -> part.contains(reader))
                .anyMatch(part -> !part.containsAll(graph.writers(reader))))
        .toList();
  }

  private static List<Rule> rules(Random random) {
    List<Rule> rules = new ArrayList<>();
    IntStream.range(0, 1 + random.nextInt(12))
        .forEach(i -> {
          Recording[] read =
              rules.stream()
                  .filter(rule -> random.nextInt(8) == 0)
                  .map(Recording.class::cast)
                  .toArray(Recording[]::new);
          rules.add(reads("r" + i, read));
        });
    Collections.shuffle(rules, random);
    return rules;
  }
}
