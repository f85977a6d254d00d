package io.runboards.rules;

/** Whose series rules read, and so where they run when many tenants share a store. */
public enum Audience {
  /** Those of one tenant's clusters: the rules run for each tenant. */
  TENANT,
  /** Those of the metrics store and of what sends to it: the rules run for its operator. */
  OPERATOR,
  /** Those of several tenants at once: the rules run for each federation. */
  FEDERATION
}
