package io.runboards.verify.proof;

import java.time.Instant;

/**
 * What was asked.
 *
 * @param store which program answered, and its version
 * @param series where its series come from, in words
 * @param from the first moment of the range
 * @param until the last one
 * @param samples how many samples were loaded; 0 if the store had its own
 */
public record Ground(String store, String series, Instant from, Instant until, long samples) {}
