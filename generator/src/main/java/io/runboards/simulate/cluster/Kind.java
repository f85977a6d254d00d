package io.runboards.simulate.cluster;

/** What a workload is for: it decides when it is busy and how busy. */
public enum Kind {
  TRAINING("Training"),
  DISTRIBUTED("Distributed"),
  WORKSPACE("Workspace"),
  INFERENCE("Inference"),
  PREPARATION("Training");

  private final String type;

  Kind(String type) {
    this.type = type;
  }

  /** As Run:ai calls it. */
  public String type() {
    return type;
  }
}
