package io.runboards.simulate.service;

import io.runboards.simulate.scrape.Target;

/** Shows a server of a model under the names that its software has for what it measures. */
sealed interface ServerTarget permits VllmTarget, NimTarget {
  void show(Replica replica);

  /** The series of a server at a target. */
  static ServerTarget of(Model model, String namespace, String pod, Target target) {
    return switch (model.software()) {
      case VLLM -> new VllmTarget(model.name(), namespace, pod, target);
      case NIM -> new NimTarget(model, namespace, pod, target);
    };
  }
}
