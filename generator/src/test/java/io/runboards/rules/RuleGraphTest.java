package io.runboards.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.samples.SampleRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules are followed to those that write what they read. */
class RuleGraphTest {
  private static final RuleFile MEMORY = SampleRules.memory();
  private static final RuleBook BOOK = new RuleBook(List.of(SampleRules.fleet(), MEMORY));
  private static final RuleGraph GRAPH = RuleGraph.of(BOOK);

  @Test
  void allThatARuleDependsOnIsBelowIt() {
    assertThat(GRAPH.below(SampleRules.FULL))
        .containsExactlyInAnyOrder(SampleRules.SHARE, SampleRules.USED, SampleRules.TOTAL);
    assertThat(GRAPH.writers(SampleRules.FULL)).containsExactly(SampleRules.SHARE);
    assertThat(GRAPH.below(SampleRules.LONG)).isEmpty();
  }

  @Test
  void groupsComeAfterThoseThatWriteWhatTheyRead() {
    List<RuleGroup> groups = BOOK.files().stream().flatMap(it -> it.groups().stream()).toList();
    assertThat(GRAPH.inOrder(groups))
        .extracting(RuleGroup::name)
        .containsExactly("memory", "memory-share", "fleet", "memory-alerts");
  }

  @Test
  void aCircleOfGroupsHasSomeOrder() {
    RuleGroup one = RuleGroup.group("one", SampleRules.SHARE);
    RuleGroup other = RuleGroup.group("other", SampleRules.USED, SampleRules.FULL);
    assertThat(GRAPH.inOrder(List.of(one, other))).containsExactly(other, one);
  }
}
