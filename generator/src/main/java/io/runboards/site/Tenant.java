package io.runboards.site;

import io.runboards.rules.GroupLimits;

/**
 * Somebody whose series a store keeps apart from those of others.
 *
 * @param name its name, which requests carry in the header {@code X-Scope-OrgID}
 * @param operator whether it holds the series of the store itself and of what sends to it
 * @param rules whether rules run for it
 * @param limits how many rules its ruler takes
 */
public record Tenant(String name, boolean operator, boolean rules, GroupLimits limits) {}
