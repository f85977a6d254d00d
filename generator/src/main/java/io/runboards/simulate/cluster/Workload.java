package io.runboards.simulate.cluster;

import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Work that somebody submitted: it waits, runs, may be preempted or fail, and ends. */
public final class Workload {
  private static final long LINGERS_DONE = 600;
  private static final long LINGERS_FAILED = 4200;
  private static final double IDLE = 1;
  private static final double SHORTEST_WAIT = 3;
  private static final double LONGEST_WAIT = 25;

  /** Where it is in its life. */
  public enum State {
    WAITING,
    RUNNING,
    COMPLETED,
    FAILED,
    WITHDRAWN
  }

  private final Request request;
  private final String id;
  private final String jobId;
  private final Noise noise;
  private final long submitted;
  private final List<Pod> pods = new ArrayList<>();

  private State state = State.WAITING;
  private int attempt;
  private long waited;
  private long ran;
  private long worked;
  private long idleSeconds;
  private long lastUsed;
  private long ended;
  private int evictions;
  private boolean idles;
  private boolean fails;

  Workload(Request request, Noise noise, long submitted) {
    this.request = request;
    this.noise = noise;
    this.submitted = submitted;
    this.id = Identity.uuid(noise.of("workload"));
    this.jobId = Identity.uuid(noise.of("job"));
    this.lastUsed = submitted;
    this.waited = Math.round(noise.of("wait").between(SHORTEST_WAIT, LONGEST_WAIT, 0));
    makePods();
  }

  private void makePods() {
    pods.clear();
    attempt++;
    for (int i = 0; i < request.pods(); i++) {
      pods.add(new Pod(this, i, noise.of(attempt * 1000L + i)));
    }
  }

  void calm() {
    idles = false;
    fails = false;
    for (Pod pod : pods) {
      pod.calm();
    }
  }

  // What can befall it, for one step

  /** It does nothing with what it holds. */
  public void idle() {
    idles = true;
  }

  /** It ends with an error, if it runs. */
  public void fail() {
    fails = true;
  }

  // How it is

  public Request request() {
    return request;
  }

  public String name() {
    return request.name();
  }

  /** Its {@code workload_id}. */
  public String id() {
    return id;
  }

  /** The {@code job_uuid} of the job behind it. */
  public String jobId() {
    return jobId;
  }

  public Kind kind() {
    return request.kind();
  }

  public Project project() {
    return request.project();
  }

  /** When it was submitted, in seconds since 1970. */
  public long submitted() {
    return submitted;
  }

  public State state() {
    return state;
  }

  public boolean isWaiting() {
    return state == State.WAITING;
  }

  public boolean isRunning() {
    return state == State.RUNNING;
  }

  /** Its pods; after it was preempted they are new ones. */
  public List<Pod> pods() {
    return Collections.unmodifiableList(pods);
  }

  /** The GPUs that it holds. */
  public double held() {
    return isRunning() ? request.allGpus() : 0;
  }

  /** For how many seconds it has waited in all. */
  public long waited() {
    return waited;
  }

  /** For how many seconds it has run in all. */
  public long ran() {
    return ran;
  }

  /** For how long its GPUs have had nothing to do, in seconds; 0 while they work. */
  public long idleSeconds() {
    return idleSeconds;
  }

  /** When it last used its GPUs, in seconds since 1970. */
  public long lastUsed() {
    return lastUsed;
  }

  /** How many of its pods have been evicted so far. */
  public int evictions() {
    return evictions;
  }

  /** How busy its GPUs are, in percent of what they can. */
  public double utilization() {
    double sum = 0;
    int gpus = 0;
    for (Pod pod : pods) {
      for (Share share : pod.shares()) {
        sum += share.utilization();
        gpus++;
      }
    }
    return gpus == 0 ? 0 : sum / gpus;
  }

  /** The GPU memory that it uses, in MiB. */
  public double memoryUsed() {
    double sum = 0;
    for (Pod pod : pods) {
      for (Share share : pod.shares()) {
        sum += share.memory();
      }
    }
    return sum;
  }

  // What the scheduler does with it

  void start() {
    state = State.RUNNING;
    idleSeconds = 0;
  }

  /** Its GPUs are taken away; it waits for others. */
  void evict() {
    evictions += pods.size();
    drop();
    makePods();
    state = State.WAITING;
    idleSeconds = 0;
  }

  void withdraw(Moment now) {
    drop();
    state = State.WITHDRAWN;
    ended = now.second();
  }

  /** Nothing of it is left. */
  void forget() {
    drop();
  }

  private void drop() {
    for (Pod pod : pods) {
      pod.delete();
    }
  }

  // How it goes on

  void advance(Moment now) {
    if (isRunning()) {
      run(now);
    } else if (isWaiting() && now.second() > submitted) {
      wait(now);
    }
  }

  private void run(Moment now) {
    ran += now.step();
    double busiest = 0;
    for (Pod pod : pods) {
      pod.advance(now, idles);
      busiest = Math.max(busiest, pod.busy());
    }
    if (busiest < IDLE && request.gpus() > 0) {
      idleSeconds += now.step();
    } else {
      idleSeconds = 0;
      lastUsed = now.second();
    }
    if (!idles) {
      worked += now.step();
    }
    boolean broken = fails || hasLostGpu();
    if (broken && request.work() == Request.FOR_EVER) {
      startOver();
    } else if (broken) {
      end(State.FAILED, Pod.Phase.FAILED, now);
    } else if (worked >= request.work()) {
      end(State.COMPLETED, Pod.Phase.SUCCEEDED, now);
    }
  }

  private void wait(Moment now) {
    waited += now.step();
    if (waited > request.patience()) {
      withdraw(now);
    }
  }

  /** The process on a GPU that falls off the bus dies with it. */
  private boolean hasLostGpu() {
    for (Pod pod : pods) {
      for (Share share : pod.shares()) {
        if (share.gpu().isLost()) {
          return true;
        }
      }
    }
    return false;
  }

  private void end(State how, Pod.Phase phase, Moment now) {
    for (Pod pod : pods) {
      pod.end(phase);
    }
    state = how;
    ended = now.second();
    idleSeconds = 0;
  }

  /** What must always run waits for other GPUs. */
  private void startOver() {
    drop();
    makePods();
    state = State.WAITING;
  }

  /** Whether nothing of it is left; what failed is kept for longer. */
  boolean isForgottenBy(Moment now) {
    long age = now.second() - ended;
    return switch (state) {
      case WAITING, RUNNING -> false;
      case WITHDRAWN -> true;
      case COMPLETED -> age > LINGERS_DONE;
      case FAILED -> age > LINGERS_FAILED;
    };
  }
}
