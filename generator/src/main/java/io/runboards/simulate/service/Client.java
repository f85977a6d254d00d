package io.runboards.simulate.service;

/**
 * A key with which a team's programs call the gateway.
 *
 * @param team whose it is
 * @param alias its name
 * @param hash what the gateway calls it by
 * @param user who made it
 * @param address where the calls come from
 * @param program what calls
 * @param budget dollars that it may spend in a month
 */
record Client(
    Team team,
    String alias,
    String hash,
    String user,
    String address,
    String program,
    double budget) {
  /**
   * Those who pay for their keys together.
   *
   * @param id its identifier
   * @param alias its name
   * @param budget dollars that it may spend in a month
   */
  record Team(String id, String alias, double budget) {}

  private static final String MAIL = "@example.com";

  static final Team RESEARCH = new Team("a2f0c6d1", "research", 20_000);
  static final Team SEARCH = new Team("6b91e3f4", "search", 12_000);
  static final Team SUPPORT = new Team("e07d52b8", "support", 15_000);

  static final Client NOTEBOOKS =
      new Client(RESEARCH, "notebooks", "88f1c0a9", "ada", "10.20.4.11", "OpenAI/Python", 8_000);
  static final Client EVALUATION =
      new Client(RESEARCH, "evaluation", "0d37be52", "ada", "10.20.4.12", "lm-eval", 12_000);
  static final Client SEARCH_API =
      new Client(SEARCH, "search-api", "c4e86a10", "grace", "10.20.7.3", "search-api", 12_000);
  static final Client CHATBOT =
      new Client(SUPPORT, "chatbot", "5fa0937d", "alan", "10.20.9.21", "chatbot", 9_000);
  static final Client SUMMARIES =
      new Client(SUPPORT, "summaries", "b16c28ef", "alan", "10.20.9.22", "OpenAI/JS", 6_000);

  String mail() {
    return user + MAIL;
  }
}
