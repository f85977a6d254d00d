package io.runboards.rules;

/**
 * How many rules a ruler takes from one tenant.
 *
 * @param rules how many a group may have
 * @param groups how many groups there may be
 */
public record GroupLimits(int rules, int groups) {
  /** What Mimir takes unless somebody says otherwise. */
  public static final GroupLimits USUAL = new GroupLimits(20, 70);

  /** The larger of both. */
  public GroupLimits orMore(GroupLimits other) {
    return new GroupLimits(Math.max(rules, other.rules), Math.max(groups, other.groups));
  }
}
