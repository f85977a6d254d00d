package io.runboards.simulate.service;

import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.time.Noise;
import io.runboards.simulate.time.Part;
import java.util.List;

/**
 * What answers requests: three models that are served here, and two providers outside.
 *
 * @param llama a large model
 * @param mistral a small one
 * @param embeddings one that turns texts into vectors
 * @param openai a provider
 * @param azure one that stands in for it
 */
public record Models(
    ModelService llama,
    ModelService mistral,
    ModelService embeddings,
    Provider openai,
    Provider azure) {
  private static final double MOST_OUTSIDE = 1.5;

  static Models of(Targets targets, Noise noise) {
    return new Models(
        service(Model.LLAMA, targets, noise),
        service(Model.MISTRAL, targets, noise),
        service(Model.EMBEDDINGS, targets, noise),
        new Provider(MOST_OUTSIDE, noise.of("openai")),
        new Provider(0, noise.of("azure")));
  }

  private static ModelService service(Model model, Targets targets, Noise noise) {
    return new ModelService(model, targets, noise.of(model.name()));
  }

  /** All of them, in the order in which they change. */
  List<Part> parts() {
    return List.of(llama, mistral, embeddings, openai, azure);
  }
}
