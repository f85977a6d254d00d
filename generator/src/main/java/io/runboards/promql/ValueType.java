package io.runboards.promql;

/** What an expression results in. */
public enum ValueType {
  SCALAR("scalar", "scalar"),
  VECTOR("vector", "instant vector"),
  MATRIX("matrix", "range vector"),
  STRING("string", "string"),
  /** A dashboard variable that stands alone: a number or a metric's name, only Grafana knows. */
  VARIABLE("vector", "dashboard variable");

  private final String label;
  private final String description;

  ValueType(String label, String description) {
    this.label = label;
    this.description = description;
  }

  /** The name in the Prometheus API; an expression of nothing but variables counts as vector. */
  public String label() {
    return label;
  }

  /** The name in messages. */
  public String description() {
    return description;
  }

  /** Whether an expression of this type may stand where {@code wanted} is wanted. */
  public boolean fits(ValueType wanted) {
    return this == wanted || this == VARIABLE;
  }
}
