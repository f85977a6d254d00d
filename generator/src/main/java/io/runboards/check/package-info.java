/**
 * What is wrong with queries: one small class a rule.
 *
 * <p>A {@link io.runboards.check.QueryCheck} reads a {@link io.runboards.check.Query}, which holds
 * the tree with the labels and units of each of its nodes, and names its {@link
 * io.runboards.check.Problem}s. {@link io.runboards.check.QueryChecks} runs all of them. Each rule
 * has a page {@code docs/checks/<id>.md} and a file of good and bad samples, in which carets mark
 * the characters that the rule objects to.
 */
package io.runboards.check;
