package io.runboards.dashboards.faults;

import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Variable;
import io.runboards.rules.Rule;
import java.util.Optional;

/** A mistake that was made in one place. */
public sealed interface Fault {
  /** What kind of mistake. */
  Slip slip();

  /** The place, in words. */
  String where();

  /** The line there before and after. */
  Lines lines();

  /** Everything, with the mistake. */
  Written in(Written written);

  /** The name of what was changed. */
  String name();

  /** The name that it has now. */
  default String newName() {
    return name();
  }

  /** Whether a message says what it is about. */
  default boolean isNamedIn(String message) {
    return message.contains(name()) || message.contains(newName());
  }

  /**
   * What was written, and what is written now.
   *
   * @param before the line without the mistake
   * @param after the line with it
   */
  record Lines(String before, String after) {}

  /** In a panel. */
  record OfPanel(Slip slip, Dashboard dashboard, Panel before, Panel after, Lines lines)
      implements Fault {
    @Override
    public String where() {
      return dashboard.uid() + " \"" + before.title() + "\"";
    }

    @Override
    public String name() {
      return before.title();
    }

    @Override
    public Written in(Written written) {
      return written.with(dashboard, Written.with(dashboard, before, after));
    }
  }

  /** In what a reader chooses above a dashboard. */
  record OfVariable(Slip slip, Dashboard before, Dashboard after, String name, Lines lines)
      implements Fault {
    @Override
    public String where() {
      return before.uid() + " $" + name;
    }

    @Override
    public String newName() {
      return after.variables().stream()
          .map(Variable::name)
          .filter(other -> before.variables().stream().noneMatch(it -> it.name().equals(other)))
          .findFirst()
          .orElse(name);
    }

    @Override
    public Written in(Written written) {
      return written.with(before, after);
    }
  }

  /** In a rule. */
  record OfRule(Slip slip, Rule before, Optional<Rule> after, Lines lines) implements Fault {
    @Override
    public String where() {
      return before.name();
    }

    @Override
    public String name() {
      return before.name();
    }

    @Override
    public String newName() {
      return after.map(Rule::name).orElse(name());
    }

    @Override
    public Written in(Written written) {
      return written.with(before, after);
    }
  }
}
