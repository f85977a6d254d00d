package io.runboards.verify.prometheus;

/**
 * What an answer cost the store, as it counts it itself.
 *
 * @param samples how many samples it touched, one that was needed for two steps counted twice
 * @param peak how many it held in memory at once
 */
public record Effort(long samples, long peak) {}
