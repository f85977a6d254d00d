package io.runboards.simulate.service;

/**
 * A model, and how it is served.
 *
 * @param name its name
 * @param software what serves it
 * @param replicas how many servers it has
 * @param slots requests that a server works on at once
 * @param firstToken seconds until an answer begins, on a server that is idle
 * @param eachToken seconds for each token, on a server that is idle
 * @param prompt tokens that a request brings
 * @param answer tokens that an answer has
 * @param cache tokens that a server's cache holds
 * @param most requests a second when most come
 */
record Model(
    String name,
    Software software,
    int replicas,
    int slots,
    double firstToken,
    double eachToken,
    int prompt,
    int answer,
    int cache,
    double most) {
  /** Programs that serve models. */
  enum Software {
    VLLM,
    NIM
  }

  static final Model LLAMA =
      new Model("llama-3-70b", Software.VLLM, 2, 16, 0.12, 0.016, 700, 24, 13_000, 6);
  static final Model MISTRAL =
      new Model("mistral-7b", Software.VLLM, 2, 32, 0.04, 0.007, 500, 40, 20_000, 20);
  static final Model EMBEDDINGS =
      new Model("embeddings-e5", Software.NIM, 2, 32, 0.02, 0.012, 250, 1, 9_000, 40);

  /** By how much a server with all slots taken is slower than an idle one. */
  private static final double CROWDED = 0.6;

  int tokens() {
    return prompt + answer;
  }

  /** Requests that a server can work on at once: its cache must hold all of them. */
  double room(Strain strain) {
    return Math.clamp((double) cache / (prompt * strain.longer() + answer), 1, slots);
  }

  /** Seconds that a server takes to begin an answer while it works on so many. */
  double firstToken(double running, Strain strain) {
    return firstToken * strain.longer() * strain.slower() * crowded(running);
  }

  /** Seconds that a server takes for each token while it works on so many. */
  double eachToken(double running, Strain strain) {
    return eachToken * strain.slower() * crowded(running);
  }

  /** Seconds that a server takes for a whole answer while it works on so many. */
  double wholeAnswer(double running, Strain strain) {
    return firstToken(running, strain) + answer * eachToken(running, strain);
  }

  /**
   * Requests that a server works on when so many end in a second: each of them stays as long as an
   * answer takes, which in turn takes longer the more there are.
   */
  double running(double perSecond, Strain strain) {
    double alone = perSecond * wholeAnswer(0, strain);
    double left = 1 - alone * CROWDED / slots;
    double room = room(strain);
    return left <= 0 ? room : Math.min(room, alone / left);
  }

  /** Requests that a server can end in a second. */
  double capacity(Strain strain) {
    double room = room(strain);
    return room / wholeAnswer(room, strain);
  }

  private double crowded(double running) {
    return 1 + CROWDED * running / slots;
  }
}
