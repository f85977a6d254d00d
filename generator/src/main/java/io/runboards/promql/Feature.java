package io.runboards.promql;

import java.util.Arrays;
import java.util.Optional;

/** A part of the language that Prometheus offers only behind {@code --enable-feature}. */
public enum Feature {
  EXPERIMENTAL_FUNCTIONS("promql-experimental-functions"),
  DURATION_EXPRESSIONS("promql-duration-expr"),
  EXTENDED_RANGE_SELECTORS("promql-extended-range-selectors"),
  BINOP_FILL_MODIFIERS("promql-binop-fill-modifiers");

  private final String flag;

  Feature(String flag) {
    this.flag = flag;
  }

  /** What Prometheus calls the feature on its command line. */
  public String flag() {
    return flag;
  }

  public static Optional<Feature> withFlag(String flag) {
    return Arrays.stream(values()).filter(feature -> feature.flag.equals(flag)).findFirst();
  }
}
