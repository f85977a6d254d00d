package io.runboards.simulate.cluster;

import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * One GPU: who holds it, how busy that keeps it, and what follows for power, heat and clocks.
 *
 * <p>The memory that is used is never more than there is, and parts that are held add up to 1 at
 * most. Of a GPU that MIG slices, a pod holds no more than a slice, which nobody else uses.
 */
public final class Gpu {
  /** Into how many slices of one size MIG cuts a GPU. */
  public static final int SLICES = 4;

  /** The namespace of the pods that hold divided GPUs. */
  public static final String RESERVATIONS = "runai-reservation";

  private static final double TOLERANCE = 1e-9;
  private static final double COOL = 27;
  private static final double RISE = 42;
  private static final double SLOWS_AT = 87;
  private static final double INERTIA = 90;
  private static final double DAY = 86_400;
  private static final int FIRST_ON_BUS = 0x18;
  private static final double CORRECTED_A_DAY = 1;
  private static final double REPLAYS_A_DAY = 12;
  private static final double MISTAKES_A_DAY = 4;
  private static final int[] MISTAKES = {13, 31, 31, 43};
  private static final double DRIVER_MEMORY = 0.006;

  /** Why the driver kills a process that shares a GPU. */
  public enum Kill {
    BURST,
    IDLE,
    PRIORITY,
    NOWHERE_TO_SWAP
  }

  private final Node node;
  private final int index;
  private final String uuid;
  private final GpuModel model;
  private final boolean sliced;
  private final Noise noise;
  private final Noise memoryErrors;
  private final Noise transfers;
  private final Noise programs;
  private final List<Share> shares = new ArrayList<>();
  private final int[] kills = new int[Kill.values().length];

  private double held;
  private double utilization;
  private double memoryUsed;
  private double temperature = COOL;
  private double power;
  private double clock;
  private double throttledForHeat;
  private double throttledForPower;
  private long lastUsed;

  private boolean lost;
  private double heat;
  private double slowdown = 1;
  private boolean crowded;
  private int xid;
  private int correctedErrors;
  private int uncorrectedErrors;
  private int correctedRows;
  private int uncorrectedRows;
  private boolean remapFailed;
  private double brokenTransfers;
  private long replays;

  Gpu(Node node, int index, GpuModel model, boolean sliced, Noise noise) {
    this.node = node;
    this.index = index;
    this.model = model;
    this.sliced = sliced;
    this.noise = noise;
    this.memoryErrors = noise.of("memory errors");
    this.transfers = noise.of("transfers");
    this.programs = noise.of("programs");
    this.uuid = "GPU-" + Identity.uuid(noise);
    this.power = model.idleWatts();
    this.clock = model.idleClock();
  }

  void calm() {
    lost = false;
    heat = 0;
    slowdown = 1;
    crowded = false;
    xid = 0;
    correctedErrors = 0;
    uncorrectedErrors = 0;
    correctedRows = 0;
    uncorrectedRows = 0;
    remapFailed = false;
    brokenTransfers = 0;
    Arrays.fill(kills, 0);
  }

  // What can befall it, for one step

  /** It falls off the bus: it is no longer there, and what used it fails. */
  public void lose() {
    lost = true;
  }

  /** It is so many degrees hotter than its work makes it. */
  public void overheat(double degrees) {
    heat = degrees;
  }

  /** It runs only at such a share of its clock. */
  public void throttle(double share) {
    slowdown = share;
  }

  /** Errors of its memory, found in this step. */
  public void eccErrors(int corrected, int uncorrected) {
    correctedErrors = corrected;
    uncorrectedErrors = uncorrected;
  }

  /** Memory rows that had to be replaced so far. */
  public void replaceRows(int afterCorrected, int afterUncorrected, boolean failed) {
    correctedRows = afterCorrected;
    uncorrectedRows = afterUncorrected;
    remapFailed = failed;
  }

  /** The driver reports an error. */
  public void xid(int code) {
    xid = code;
  }

  /** So many transfers a minute between it and its host arrive broken, and are repeated. */
  public void breakTransfers(double perMinute) {
    brokenTransfers = perMinute;
  }

  /** Those who share it want more memory than it has: nearly all of it is taken. */
  public void crowd() {
    crowded = true;
  }

  /** A process is killed since memory does not suffice for all who share the GPU. */
  public void kill(Kill reason) {
    kills[reason.ordinal()]++;
  }

  // How it is

  public Node node() {
    return node;
  }

  public int index() {
    return index;
  }

  public String uuid() {
    return uuid;
  }

  /** Where it is on the bus of its node. */
  public String busId() {
    return "00000000:"
        + Integer.toHexString(FIRST_ON_BUS + 0x10 * index).toUpperCase(Locale.ROOT)
        + ":00.0";
  }

  public GpuModel model() {
    return model;
  }

  /** Whether MIG slices it. */
  public boolean isSliced() {
    return sliced;
  }

  /** What is held of it by whom. */
  public List<Share> shares() {
    return Collections.unmodifiableList(shares);
  }

  /** How much of it is held, from 0 to 1. */
  public double held() {
    return held;
  }

  public boolean isHeld() {
    return !shares.isEmpty();
  }

  /** Whether parts of it are given out. Kubernetes, which knows no parts, sees one pod hold it. */
  public boolean isDivided() {
    return !sliced && !shares.isEmpty() && shares.getFirst().part() < 1;
  }

  /** The name of the pod that holds it for Kubernetes while it is divided. */
  public String reservation() {
    return "gpu-reservation-" + node.name() + "-" + Identity.suffix(noise.of("reservation"), 5);
  }

  /** In percent. */
  public double utilization() {
    return utilization;
  }

  /** In MiB. */
  public double memoryUsed() {
    return memoryUsed;
  }

  /** What the driver keeps for itself, in MiB. */
  public double memoryReserved() {
    return Math.rint(model.memory() * DRIVER_MEMORY);
  }

  /** In degrees Celsius. */
  public double temperature() {
    return temperature;
  }

  /** In degrees Celsius: the memory is a little hotter than the rest. */
  public double memoryTemperature() {
    return temperature + 4 + 4 * utilization / 100;
  }

  /** In watts. */
  public double power() {
    return power;
  }

  /** Of its processors, in MHz. */
  public double clock() {
    return clock;
  }

  /** For how many seconds of this step it was slowed down for heat. */
  public double throttledForHeat() {
    return throttledForHeat;
  }

  /** For how many seconds of this step it was slowed down to save power. */
  public double throttledForPower() {
    return throttledForPower;
  }

  public boolean isLost() {
    return lost;
  }

  /** Whether it has to be repaired: it is lost, or its memory is broken for good. */
  public boolean isBroken() {
    return lost || remapFailed;
  }

  /** The error that the driver reported in this step; 0 for none. */
  public int xid() {
    return xid;
  }

  /** Errors of its memory that were corrected in this step. */
  public int correctedErrors() {
    return correctedErrors;
  }

  /** Errors of its memory that could not be corrected in this step. */
  public int uncorrectedErrors() {
    return uncorrectedErrors;
  }

  public int correctedRows() {
    return correctedRows;
  }

  public int uncorrectedRows() {
    return uncorrectedRows;
  }

  public boolean remapFailed() {
    return remapFailed;
  }

  /** Transfers between it and its host that were repeated in this step. */
  public long replays() {
    return replays;
  }

  /** Processes killed in this step. */
  public int kills(Kill reason) {
    return kills[reason.ordinal()];
  }

  /** When it last worked, in seconds since 1970. */
  public long lastUsed() {
    return lastUsed;
  }

  // What the scheduler does with it

  boolean fits(double part) {
    if (sliced) {
      return !lost && part <= 1.0 / SLICES + TOLERANCE && shares.size() < SLICES;
    }
    return !lost && held + part <= 1 + TOLERANCE;
  }

  boolean isFree() {
    return !lost && shares.isEmpty();
  }

  void give(Share share) {
    shares.add(share);
    count();
  }

  void takeBack(Share share) {
    shares.remove(share);
    count();
  }

  private void count() {
    double sum = 0;
    for (Share share : shares) {
      sum += share.part();
    }
    held = Math.min(1, sum);
  }

  // How it goes on

  void advance(Moment now) {
    work();
    makeMistakes(now);
    if (utilization > 1 || lastUsed == 0) {
      lastUsed = now.second();
    }
    double load = utilization / 100;
    double speed = slowdown * (temperature > SLOWS_AT ? 0.6 : 1);
    throttledForHeat = speed < 1 ? now.step() * (1 - speed) : 0;
    double drawn = model.idleWatts() + (model.mostWatts() - model.idleWatts()) * load * 0.94;
    power = drawn * (0.4 + 0.6 * speed) * (0.98 + 0.04 * noise.smooth(now.second(), 60));
    throttledForPower = load > 0.97 ? now.step() * 0.02 : 0;
    double ideal = COOL + noise.once() * 6 + RISE * power / model.mostWatts() + heat;
    temperature += (ideal - temperature) * (1 - Math.exp(-now.step() / INERTIA));
    clock =
        utilization < 1
            ? model.idleClock()
            : Math.rint(model.mostClock() * speed * (0.97 + 0.03 * (1 - load)));
  }

  /** What goes wrong now and then where all is well. */
  private void makeMistakes(Moment now) {
    double days = now.step() / DAY;
    correctedErrors += (int) memoryErrors.times(CORRECTED_A_DAY * days, now.second());
    double broken = brokenTransfers * now.step() / 60 + REPLAYS_A_DAY * days;
    replays = transfers.times(broken, now.second());
    if (xid == 0 && isTriedOut() && programs.at(now.second()) < MISTAKES_A_DAY * days) {
      xid = MISTAKES[programs.among(MISTAKES.length, now.second() + 1)];
    }
  }

  private boolean isTriedOut() {
    for (Share share : shares) {
      if (share.pod().workload().kind() == Kind.WORKSPACE) {
        return true;
      }
    }
    return false;
  }

  /** Those who share it get time by their parts, and more of it while there is some left. */
  private void work() {
    utilization = 0;
    memoryUsed = 0;
    if (lost || shares.isEmpty()) {
      return;
    }
    double asked = 0;
    double wanted = 0;
    for (Share share : shares) {
      asked += share.pod().busy() * share.part();
      wanted += share.pod().memoryFill() * share.part();
    }
    double speed = 0.6 + 0.4 * held;
    double most = model.memory() - memoryReserved();
    double fill = crowded ? 0.995 * model.memory() / (wanted * most) : 1;
    for (Share share : shares) {
      double own = share.pod().busy() * share.part();
      share.use(
          own / held * speed, Math.floor(share.pod().memoryFill() * share.part() * most * fill));
      memoryUsed += share.memory();
    }
    utilization = Math.min(100, asked / held * speed);
  }
}
