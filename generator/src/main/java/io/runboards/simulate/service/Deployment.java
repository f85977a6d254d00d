package io.runboards.simulate.service;

/**
 * A model behind the gateway, as the gateway is told of it.
 *
 * @param group the name under which clients ask for it
 * @param name what its provider calls it
 * @param id what the gateway calls it
 * @param provider who answers
 * @param base where
 * @param dollarsRead what a million tokens cost that it reads
 * @param dollarsWritten what a million tokens cost that it writes
 */
record Deployment(
    String group,
    String name,
    String id,
    String provider,
    String base,
    double dollarsRead,
    double dollarsWritten) {
  private static final double MILLION = 1e6;

  static final Deployment LLAMA = here(Model.LLAMA, "hosted_vllm", "3f5d", 0.6, 0.8);
  static final Deployment MISTRAL = here(Model.MISTRAL, "hosted_vllm", "91ac", 0.1, 0.2);
  static final Deployment EMBEDDINGS = here(Model.EMBEDDINGS, "nvidia_nim", "c07e", 0.02, 0.02);
  static final Deployment OPENAI =
      new Deployment(
          "gpt-4o", "openai/gpt-4o", "5b12", "openai", "https://api.openai.com", 2.5, 10);
  static final Deployment AZURE =
      new Deployment(
          "gpt-4o-azure",
          "azure/gpt-4o",
          "d8f3",
          "azure",
          "https://example.openai.azure.com",
          2.5,
          10);

  private static Deployment here(
      Model model, String provider, String id, double dollarsRead, double dollarsWritten) {
    return new Deployment(
        model.name(),
        provider + "/" + model.name(),
        id,
        provider,
        "http://%s.%s:8000/v1".formatted(model.name(), ModelService.NAMESPACE),
        dollarsRead,
        dollarsWritten);
  }

  double dollars(long read, long written) {
    return (read * dollarsRead + written * dollarsWritten) / MILLION;
  }
}
