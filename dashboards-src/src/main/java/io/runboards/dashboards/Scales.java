package io.runboards.dashboards;

import static io.runboards.dashboard.Mapping.value;
import static io.runboards.dashboard.Threshold.from;

import io.runboards.dashboard.Mapping;
import io.runboards.dashboard.Threshold;

/** From which values on things are good, wasteful or broken, on every dashboard. */
final class Scales {
  private Scales() {}

  /** GPU utilization in percent. */
  static Threshold[] work() {
    return new Threshold[] {
      from(0, Palette.WASTE), from(40, Palette.HALF_BUSY), from(75, Palette.BUSY)
    };
  }

  /** The words for a GPU that nobody holds, among utilizations. */
  static Mapping freeGpu() {
    return value(Gpus.NOT_HELD, "free");
  }

  /** The states of {@link Gpus#state}. */
  static Threshold[] gpuState() {
    return new Threshold[] {
      from(Gpus.FREE, Palette.CAPACITY),
      from(Gpus.IN_USE, Palette.BUSY),
      from(Gpus.HELD_IDLE, Palette.WASTE)
    };
  }

  /** Words for the states of {@link Gpus#state}. */
  static Mapping[] gpuWords() {
    return new Mapping[] {
      value(Gpus.FREE, "Free"), value(Gpus.IN_USE, "In use"), value(Gpus.HELD_IDLE, "Held idle")
    };
  }

  /** The states of {@link Workloads#state}. */
  static Threshold[] workloadState() {
    return new Threshold[] {
      from(Workloads.WITHOUT_GPU, Palette.CAPACITY),
      from(Workloads.WAITING, Palette.WAITING),
      from(Workloads.RUNNING, Palette.BUSY),
      from(Workloads.IDLE, Palette.WASTE)
    };
  }

  /** Words for the states of {@link Workloads#state}. */
  static Mapping[] workloadWords() {
    return new Mapping[] {
      value(Workloads.WITHOUT_GPU, "No GPU asked for"),
      value(Workloads.WAITING, "Waiting"),
      value(Workloads.RUNNING, "Running"),
      value(Workloads.IDLE, "Idle")
    };
  }

  /** Degrees at which GPUs of data centres grow hot, and slow down. */
  static Threshold[] heat() {
    return new Threshold[] {
      from(0, Palette.BUSY), from(75, Palette.WASTE), from(83, Palette.BROKEN)
    };
  }

  /** Use of CPU or memory as a share: what is full slows its neighbours down. */
  static Threshold[] pressure() {
    return new Threshold[] {
      from(0, Palette.BUSY), from(0.8, Palette.WASTE), from(0.95, Palette.BROKEN)
    };
  }

  /** Seconds without work on a GPU that is held. */
  static Threshold[] idling() {
    return new Threshold[] {
      from(0, Palette.BUSY), from(600, Palette.WASTE), from(7200, Palette.BROKEN)
    };
  }

  /** A number of GPUs that are paid for and not used: none is good. */
  static Threshold[] waste() {
    return new Threshold[] {from(0, Palette.BUSY), from(0.01, Palette.WASTE)};
  }

  /** A number of things that should not be: none is good. */
  static Threshold[] faults() {
    return new Threshold[] {from(0, Palette.BUSY), from(1, Palette.BROKEN)};
  }

  /** A number of workloads or GPUs that someone waits for. */
  static Threshold[] waiting() {
    return new Threshold[] {from(0, Palette.BUSY), from(0.01, Palette.WAITING)};
  }

  /** Allocated GPUs as a share of the quota: above 1, they are borrowed. */
  static Threshold[] quotaUse() {
    return new Threshold[] {from(0, Palette.ALLOCATED), from(1.0001, Palette.WASTE)};
  }

  /** The states of {@link Nodes#state}. */
  static Threshold[] nodeState() {
    return new Threshold[] {
      from(Nodes.READY_STATE, Palette.BUSY),
      from(Nodes.CORDONED, Palette.WASTE),
      from(Nodes.NOT_READY, Palette.BROKEN)
    };
  }

  /** Words for the states of {@link Nodes#state}. */
  static Mapping[] nodeWords() {
    return new Mapping[] {
      value(Nodes.READY_STATE, "Ready"),
      value(Nodes.CORDONED, "Cordoned"),
      value(Nodes.NOT_READY, "Not ready")
    };
  }

  /** Seconds until an answer begins. */
  static Threshold[] firstToken() {
    return new Threshold[] {from(0, Palette.BUSY), from(1, Palette.WASTE), from(5, Palette.BROKEN)};
  }

  /** The part of requests that got no complete answer. */
  static Threshold[] failedRequests() {
    return new Threshold[] {
      from(0, Palette.BUSY), from(0.001, Palette.WASTE), from(0.05, Palette.BROKEN)
    };
  }
}
