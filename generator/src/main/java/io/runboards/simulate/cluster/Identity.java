package io.runboards.simulate.cluster;

import io.runboards.simulate.time.Noise;
import java.util.UUID;

/** Identifiers that look random and are always the same. */
final class Identity {
  private static final int LETTERS = 36;

  private Identity() {}

  static String uuid(Noise noise) {
    long most = noise.of(1).seed() & ~0xF000L | 0x4000L;
    long least = noise.of(2).seed() >>> 2 | Long.MIN_VALUE;
    return new UUID(most, least).toString();
  }

  /** A few letters and digits, as Kubernetes puts them behind names. */
  static String suffix(Noise noise, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(Character.forDigit(noise.among(LETTERS, i), LETTERS));
    }
    return text.toString();
  }
}
