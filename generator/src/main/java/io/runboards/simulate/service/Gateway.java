package io.runboards.simulate.service;

import io.runboards.catalog.LiteLlm;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import io.runboards.simulate.time.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A LiteLLM gateway: it passes the requests of all teams on, and counts what became of them. */
public final class Gateway implements Part {
  private static final String JOB = "litellm";
  private static final String ADDRESS = "litellm:4000";
  private static final double CACHE_HITS = 0.05;

  private final Target target;
  private final Restarts restarts;
  private final Map<Client.Team, Account> teams;
  private final List<Payer> payers = new ArrayList<>();
  private final List<ModelRoute> here = new ArrayList<>();
  private final OutsideRoute outside;
  private final Gauge inFlight;
  private boolean away;

  Gateway(Models models, Targets targets, Noise noise) {
    this.target = targets.add(JOB, ADDRESS);
    this.restarts = new Restarts(0.2, 60, noise);
    Group group = target.always();
    this.inFlight = group.gauge(LiteLlm.IN_FLIGHT_REQUESTS);
    this.teams =
        Map.of(
            Client.RESEARCH, Account.of(Client.RESEARCH, group),
            Client.SEARCH, Account.of(Client.SEARCH, group),
            Client.SUPPORT, Account.of(Client.SUPPORT, group));
    Payer notebooks = payer(Client.NOTEBOOKS, group);
    Payer evaluation = payer(Client.EVALUATION, group);
    Payer search = payer(Client.SEARCH_API, group);
    Payer chatbot = payer(Client.CHATBOT, group);
    Payer summaries = payer(Client.SUMMARIES, group);
    here.add(
        route(
            Deployment.LLAMA,
            models.llama(),
            asker(notebooks, 0.2, Deployment.LLAMA),
            asker(evaluation, 0.15, Deployment.LLAMA),
            asker(chatbot, 0.65, Deployment.LLAMA)));
    here.add(
        route(
            Deployment.MISTRAL,
            models.mistral(),
            asker(evaluation, 0.1, Deployment.MISTRAL),
            asker(search, 0.5, Deployment.MISTRAL),
            asker(summaries, 0.4, Deployment.MISTRAL)));
    here.add(
        route(
            Deployment.EMBEDDINGS,
            models.embeddings(),
            asker(search, 0.8, Deployment.EMBEDDINGS),
            asker(chatbot, 0.2, Deployment.EMBEDDINGS)));
    this.outside =
        new OutsideRoute(
            models,
            List.of(
                asker(notebooks, 0.4, Deployment.OPENAI), asker(summaries, 0.6, Deployment.OPENAI)),
            group);
  }

  private Payer payer(Client client, Group group) {
    Payer payer = new Payer(client, teams.get(client.team()), Account.of(client, group));
    payers.add(payer);
    return payer;
  }

  private Asker asker(Payer payer, double weight, Deployment asked) {
    return Asker.of(payer, weight, asked, target.always());
  }

  private ModelRoute route(Deployment deployment, Backend backend, Asker... askers) {
    return new ModelRoute(deployment, backend, List.of(askers), CACHE_HITS, target.always());
  }

  @Override
  public void calm() {
    teams.values().forEach(account -> account.budget().calm());
  }

  /** This part of all requests ends in the gateway itself, with an error, for now. */
  public void breakDown(double share) {
    here.forEach(route -> route.backend().demand().lose(share));
    outside.route().backend().demand().lose(share);
  }

  /** The support team may spend less for now than it has spent already. */
  public void cutBudget() {
    Client.Team team = Client.SUPPORT;
    teams.get(team).budget().cut();
    here.forEach(route -> route.backend().demand().overBudget(route.shareOf(team)));
    outside.route().backend().demand().overBudget(outside.route().shareOf(team));
  }

  @Override
  public void advance(Moment now) {
    boolean back = away && !restarts.isAway(now);
    away = restarts.isAway(now);
    if (back) {
      target.restart();
    }
    double working = outside.route().backend().inFlight();
    for (ModelRoute route : here) {
      route.giveUp(route.advance(now).errors());
      working += route.backend().inFlight();
    }
    outside.advance(now);
    inFlight.set(Math.round(working));
    teams.values().forEach(account -> account.show(now));
    payers.forEach(payer -> payer.own().show(now));
  }
}
