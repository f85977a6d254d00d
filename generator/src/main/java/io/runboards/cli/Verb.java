package io.runboards.cli;

import io.runboards.deploy.Step;

/** What becomes of a thing, in the words and signs that people read. */
enum Verb {
  CREATE("+", "create", "created"),
  CHANGE("~", "change", "changed"),
  MOVE(">", "move", "moved"),
  ADOPT("=", "adopt", "adopted"),
  DELETE("-", "delete", "deleted"),
  REFUSE("!", "refuse", "refused");

  private final String sign;
  private final String word;
  private final String past;

  Verb(String sign, String word, String past) {
    this.sign = sign;
    this.word = word;
    this.past = past;
  }

  /** For a step that is not to keep a thing as it is. */
  static Verb of(Step step) {
    return switch (step) {
      case Step.Create create -> CREATE;
      case Step.Update update -> CHANGE;
      case Step.Move move -> MOVE;
      case Step.Adopt adopt -> ADOPT;
      case Step.Delete delete -> DELETE;
      case Step.Refuse refuse -> REFUSE;
      case Step.Keep keep -> throw new IllegalArgumentException(keep.key() + " stays as it is");
    };
  }

  String sign() {
    return sign;
  }

  String word() {
    return word;
  }

  String past() {
    return past;
  }
}
