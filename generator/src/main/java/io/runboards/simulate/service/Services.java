package io.runboards.simulate.service;

import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.time.Noise;
import io.runboards.simulate.time.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * All services of a platform.
 *
 * @param models what answers requests
 * @param gateway what passes requests on to the models
 * @param vectors the vector database
 * @param probes addresses that are probed from outside
 * @param trainings training runs that report on themselves
 */
public record Services(
    Models models, Gateway gateway, VectorDatabase vectors, Probes probes, TrainingRuns trainings) {

  /** The services, which show themselves at targets. */
  public static Services of(Targets targets, Noise noise) {
    Models models = Models.of(targets, noise.of("models"));
    return new Services(
        models,
        new Gateway(models, targets, noise.of("gateway")),
        new VectorDatabase(targets, noise.of("vectors")),
        new Probes(targets, noise.of("probes")),
        new TrainingRuns(targets, noise.of("trainings")));
  }

  /** What changes, in the order in which it does: the gateway counts what the models have done. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>(models.parts());
    parts.addAll(List.of(gateway, vectors, probes, trainings));
    return parts;
  }
}
