package io.runboards.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A group in parts, none of which has more rules than a ruler takes.
 *
 * <p>Parts are evaluated at the same time, the rules of one part after each other. So rules that
 * read each other's results, a chain, stay in one part, in their order. A chain that is longer than
 * a part is torn: its later rules read results that are one evaluation old.
 *
 * @param groups the parts; the first keeps the group's name
 * @param torn the chains that did not fit into a part
 */
public record GroupParts(List<RuleGroup> groups, List<List<Rule>> torn) {
  public GroupParts {
    groups = List.copyOf(groups);
    torn = torn.stream().map(List::copyOf).toList();
  }

  /** A group in as few parts as its order and its chains allow without much searching. */
  public static GroupParts of(RuleGroup group, int most, RuleGraph graph) {
    if (group.rules().size() <= most) {
      return new GroupParts(List.of(group), List.of());
    }
    List<TreeSet<Integer>> parts = new ArrayList<>();
    List<List<Rule>> torn = new ArrayList<>();
    for (List<Integer> chain : chains(group.rules(), graph)) {
      if (chain.size() > most) {
        torn.add(chain.stream().map(group.rules()::get).toList());
      }
      for (int start = 0; start < chain.size(); start += most) {
        List<Integer> piece = chain.subList(start, Math.min(start + most, chain.size()));
        partFor(piece.size(), most, parts).addAll(piece);
      }
    }
    return new GroupParts(
        IntStream.range(0, parts.size()).mapToObj(i -> part(group, i, parts.get(i))).toList(),
        torn);
  }

  /** The first part that has room, or a new one. */
  private static TreeSet<Integer> partFor(int size, int most, List<TreeSet<Integer>> parts) {
    return parts.stream()
        .filter(part -> part.size() + size <= most)
        .findFirst()
        .orElseGet(() -> {
          parts.add(new TreeSet<>());
          return parts.getLast();
        });
  }

  private static RuleGroup part(RuleGroup group, int number, TreeSet<Integer> rules) {
    return group
        .named(number == 0 ? group.name() : group.name() + "-" + (number + 1))
        .with(rules.stream().map(group.rules()::get).toList());
  }

  /** The rules by their places, those together that read from each other; in order. */
  private static List<List<Integer>> chains(List<Rule> rules, RuleGraph graph) {
    int[] first = IntStream.range(0, rules.size()).toArray();
    for (int reader = 0; reader < rules.size(); reader++) {
      for (int writer = 0; writer < rules.size(); writer++) {
        if (rules.get(writer) instanceof Recording recording
            && graph.reads(rules.get(reader)).contains(recording.name())) {
          join(first, reader, writer);
        }
      }
    }
    TreeMap<Integer, List<Integer>> chains = new TreeMap<>();
    for (int rule = 0; rule < first.length; rule++) {
      chains.computeIfAbsent(first[rule], start -> new ArrayList<>()).add(rule);
    }
    return List.copyOf(chains.values());
  }

  /** Makes one chain of two. */
  private static void join(int[] first, int one, int other) {
    int kept = Math.min(first[one], first[other]);
    int dropped = Math.max(first[one], first[other]);
    for (int rule = 0; rule < first.length; rule++) {
      first[rule] = first[rule] == dropped ? kept : first[rule];
    }
  }
}
