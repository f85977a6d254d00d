package io.runboards.simulate.gpu;

import io.runboards.simulate.cluster.Gpu;
import io.runboards.simulate.cluster.Node;
import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.util.ArrayList;
import java.util.List;

/** The exporter of DCGM on one node: it shows all GPUs there, and sometimes is started anew. */
final class DcgmExporter {
  private static final long HOUR = 3600;
  private static final double RESTARTS_AN_HOUR = 0.01;

  private final Node node;
  private final Target target;
  private final Noise noise;
  private final List<OfGpu> gpus = new ArrayList<>();
  private boolean down;

  /** What is known of a GPU, and the series that show it. */
  private static final class OfGpu {
    private final Gpu gpu;
    private final Ledger ledger;
    private final Errors errors;
    private final Slices slices;
    private final List<Entity> entities = new ArrayList<>();
    private boolean broken;

    OfGpu(Gpu gpu, Target target, Noise noise) {
      this.gpu = gpu;
      this.ledger = new Ledger(gpu);
      this.errors = new Errors(gpu);
      this.slices = new Slices(gpu);
      if (gpu.isSliced()) {
        for (int i = 0; i < Gpu.SLICES; i++) {
          entities.add(Entity.slice(gpu, i, target, noise));
        }
      } else {
        entities.add(Entity.whole(gpu, target, noise));
      }
    }

    void advance(Moment now) {
      ledger.advance(now);
      errors.advance(now);
    }

    /** Whether it was broken one step ago and is not any more. */
    boolean isRepaired() {
      boolean repaired = broken && !gpu.isBroken();
      broken = gpu.isBroken();
      return repaired;
    }

    void show(Moment now) {
      if (gpu.isSliced()) {
        slices.advance();
        for (int i = 0; i < entities.size(); i++) {
          entities.get(i).show(now, slices.holder(i), ledger, errors);
        }
      } else {
        entities.getFirst().show(now, gpu.shares().stream().findFirst(), ledger, errors);
      }
    }

    void end() {
      errors.forget();
      entities.forEach(Entity::end);
    }
  }

  DcgmExporter(Node node, Targets targets, Noise noise) {
    this.node = node;
    this.noise = noise.of(node.name());
    this.target = targets.add("dcgm-exporter", node.name());
    for (Gpu gpu : node.gpus()) {
      gpus.add(new OfGpu(gpu, target, this.noise.of(gpu.index())));
    }
  }

  void calm() {
    target.reachable(true);
  }

  void advance(Moment now, boolean heard) {
    if (!heard) {
      target.forget();
    }
    boolean restarts = isDue(now);
    for (OfGpu gpu : gpus) {
      gpu.advance(now);
      if (gpu.isRepaired()) {
        gpu.ledger.restart();
        restarts = true;
      }
    }
    if (!node.isReady()) {
      goDown();
    } else if (down) {
      comeBack();
    } else if (restarts) {
      stop();
    } else {
      for (OfGpu gpu : gpus) {
        gpu.show(now);
      }
    }
  }

  private boolean isDue(Moment now) {
    long hour = now.second() / HOUR;
    return hour != (now.second() - now.step()) / HOUR && noise.at(hour) < RESTARTS_AN_HOUR;
  }

  private void goDown() {
    if (!down) {
      stop();
    }
    down = true;
    target.reachable(false);
  }

  /** The node was started anew, and the driver with it. */
  private void comeBack() {
    down = false;
    gpus.forEach(gpu -> gpu.ledger.restart());
    target.reachable(false);
  }

  private void stop() {
    target.reachable(false);
    gpus.forEach(OfGpu::end);
  }
}
