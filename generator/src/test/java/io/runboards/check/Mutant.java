package io.runboards.check;

/**
 * A query in which somebody made a mistake.
 *
 * @param mistake the mistake
 * @param original the query without it
 * @param text the query with it
 */
record Mutant(Mistake mistake, Original original, String text) {}
