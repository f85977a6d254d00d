package io.runboards.simulate.service;

import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import io.runboards.simulate.time.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** A model that is served here: its servers share the requests that come. */
public final class ModelService implements Part, Backend {
  static final String NAMESPACE = "runai-serving";
  private static final String JOB = "inference";

  private static final long WAVE = 600;

  private final Model model;
  private final Noise noise;
  private final Demand demand;
  private final List<Replica> replicas = new ArrayList<>();
  private final List<ServerTarget> targets = new ArrayList<>();
  private final Split split;
  private final double[] weights;
  private Strain strain = Strain.NONE;
  private Outcome outcome = Outcome.NOTHING;

  ModelService(Model model, Targets all, Noise noise) {
    this.model = model;
    this.noise = noise;
    this.demand = new Demand(model.most(), noise.of("demand"));
    for (int i = 0; i < model.replicas(); i++) {
      String pod = model.name() + "-" + i;
      String address = "%s.%s.%s:8000".formatted(pod, model.name(), NAMESPACE);
      replicas.add(new Replica(model, pod, noise.of(pod)));
      targets.add(ServerTarget.of(model, NAMESPACE, pod, all.add(JOB, address)));
    }
    this.split = new Split(replicas.size());
    this.weights = new double[replicas.size()];
  }

  @Override
  public void calm() {
    demand.calm();
    strain = Strain.NONE;
    replicas.forEach(Replica::calm);
  }

  /** All work takes so many times as long for now. */
  public void slowDown(double factor) {
    strain = strain.slower(factor);
  }

  /** Prompts are so many times as long for now. */
  public void longerPrompts(double factor) {
    strain = strain.longer(factor);
  }

  /** This part of the requests ends with an error for now. */
  public void fail(double share) {
    strain = strain.failing(share);
  }

  /** Requests come so many times as fast as all servers together can answer them, for now. */
  public void overload(double factor) {
    demand.atLeast(factor * model.capacity(Strain.NONE) * replicas.size());
  }

  /** None of its servers answers for now. */
  public void goDown() {
    replicas.forEach(Replica::fail);
  }

  @Override
  public void advance(Moment now) {
    long arrived = demand.in(now);
    boolean anyUp = false;
    long dropped = 0;
    for (int i = 0; i < replicas.size(); i++) {
      Replica replica = replicas.get(i);
      replica.wake(now);
      weights[i] = replica.isUp() ? 0.75 + 0.5 * noise.of(i).smooth(now.second(), WAVE) : 0;
      anyUp |= replica.isUp();
      dropped += replica.dropped();
    }
    if (anyUp) {
      long[] parts = split.of(arrived, weights);
      for (int i = 0; i < parts.length; i++) {
        if (weights[i] > 0) {
          replicas.get(i).advance(now, parts[i], strain);
        }
      }
    } else {
      dropped += arrived;
    }
    outcome = outcome(dropped);
    for (int i = 0; i < targets.size(); i++) {
      targets.get(i).show(replicas.get(i));
    }
  }

  private Outcome outcome(long dropped) {
    long answered = sum(Replica::answered);
    long ended = Math.max(1, sum(Replica::ended));
    double first = replicas.stream().mapToDouble(one -> one.firstToken() * one.ended()).sum();
    double whole = replicas.stream().mapToDouble(one -> one.wholeAnswer() * one.ended()).sum();
    return new Outcome(
        answered,
        sum(Replica::errors),
        dropped,
        sum(Replica::aborted),
        first / ended,
        whole / ended,
        sum(Replica::read),
        sum(Replica::written));
  }

  private long sum(ToLongFunction<Replica> what) {
    return replicas.stream().mapToLong(what).sum();
  }

  @Override
  public Demand demand() {
    return demand;
  }

  @Override
  public Outcome outcome() {
    return outcome;
  }

  @Override
  public double inFlight() {
    return replicas.stream().mapToDouble(one -> one.running() + one.waiting()).sum();
  }
}
