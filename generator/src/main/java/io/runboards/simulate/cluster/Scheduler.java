package io.runboards.simulate.cluster;

import io.runboards.simulate.cluster.Workload.State;
import io.runboards.simulate.time.Moment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Places workloads on GPUs: first what projects are owed, then what they borrow.
 *
 * <p>When a project is owed GPUs that others have borrowed, it takes them back from what can be
 * preempted, where the fewest are disturbed.
 */
public final class Scheduler {
  private static final double TOLERANCE = 1e-9;
  private static final List<String> FAST_POOLS = List.of("h100", "a100", "l40s", "t4");
  private static final List<String> SLOW_POOLS = List.of("t4", "l40s", "a100", "h100");
  private static final double QUICK_CYCLE = 40;
  private static final long MINUTE = 60;

  private final List<Node> nodes;
  private boolean hangs;
  private boolean keepsLoans;
  private boolean thrashes;
  private double slowness = 1;
  private double tooLarge;
  private long reclaims;
  private long considered;
  private List<Workload> placed = new ArrayList<>();
  private List<Workload> evicted = new ArrayList<>();
  private double cycle = QUICK_CYCLE;

  Scheduler(List<Node> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  void calm() {
    hangs = false;
    keepsLoans = false;
    thrashes = false;
    slowness = 1;
  }

  // What can befall it, for one step

  /** It places nothing. */
  public void hang() {
    hangs = true;
  }

  /** It does not take back what is borrowed. */
  public void keepLoans() {
    keepsLoans = true;
  }

  /** Every minute it stops all that can be preempted, only to start it again. */
  public void thrash() {
    thrashes = true;
  }

  /** It is so many times slower than usual. */
  public void slowDown(double times) {
    slowness = times;
  }

  // How it is

  public boolean isHanging() {
    return hangs;
  }

  /** How often it has tried to take GPUs back so far. */
  public long reclaims() {
    return reclaims;
  }

  /** How many workloads it looked at in this step. */
  public long considered() {
    return considered;
  }

  /** The workloads that it placed in this step. */
  public List<Workload> placed() {
    return Collections.unmodifiableList(placed);
  }

  /** The workloads that it stopped in this step. */
  public List<Workload> evicted() {
    return Collections.unmodifiableList(evicted);
  }

  /** How long a cycle takes, in milliseconds. */
  public double cycle() {
    return cycle;
  }

  // What it does

  void run(List<Workload> workloads, List<Project> projects, Moment now) {
    placed = new ArrayList<>();
    evicted = new ArrayList<>();
    considered = 0;
    tooLarge = Double.POSITIVE_INFINITY;
    leaveBadNodes(workloads);
    if (thrashes && now.second() / MINUTE != (now.second() - now.step()) / MINUTE) {
      stopPreemptible(workloads);
    }
    count(workloads, projects);
    if (!hangs) {
      schedule(workloads, projects);
    }
    FairShares.divide(usableGpus(), projects);
    cycle = slowness * (QUICK_CYCLE + 0.4 * nodes.size() + 6 * considered);
  }

  private void leaveBadNodes(List<Workload> workloads) {
    for (Workload workload : workloads) {
      if (workload.isRunning() && isOnBadNode(workload)) {
        workload.evict();
        evicted.add(workload);
      }
    }
  }

  private void stopPreemptible(List<Workload> workloads) {
    for (Workload workload : workloads) {
      if (workload.isRunning() && workload.request().preemptible()) {
        workload.evict();
        evicted.add(workload);
      }
    }
  }

  private static boolean isOnBadNode(Workload workload) {
    for (Pod pod : workload.pods()) {
      if (!pod.node().isReady()) {
        return true;
      }
    }
    return false;
  }

  private void schedule(List<Workload> workloads, List<Project> projects) {
    List<Workload> waiting = new ArrayList<>();
    for (Workload workload : workloads) {
      if (workload.isWaiting() && !workload.project().isIgnored()) {
        waiting.add(workload);
      }
    }
    waiting.sort(Comparator.comparing(workload -> !isOwed(workload)));
    for (Workload workload : waiting) {
      considered++;
      if (place(workload) || takeBack(workload, workloads, projects)) {
        placed.add(workload);
        count(workloads, projects);
      }
    }
  }

  private static boolean isOwed(Workload workload) {
    Project project = workload.project();
    return project.quota() < 0
        || project.held() + workload.request().allGpus() <= project.quota() + TOLERANCE;
  }

  private boolean place(Workload workload) {
    if (workload.request().gpus() >= tooLarge) {
      return false;
    }
    List<Pod> started = new ArrayList<>();
    for (Pod pod : workload.pods()) {
      if (!place(pod, workload.request())) {
        if (started.isEmpty()) {
          tooLarge = workload.request().gpus();
        }
        started.forEach(Pod::leave);
        return false;
      }
      started.add(pod);
    }
    workload.start();
    return true;
  }

  private boolean place(Pod pod, Request request) {
    if (request.gpus() == 0) {
      return placeAnywhere(pod);
    }
    return request.gpus() < 1 ? placeBesideOthers(pod, request) : placeOnFreeGpus(pod, request);
  }

  private boolean placeAnywhere(Pod pod) {
    Node quietest = null;
    for (Node node : nodes) {
      if (node.isUsable() && (quietest == null || node.pods().size() < quietest.pods().size())) {
        quietest = node;
      }
    }
    if (quietest == null) {
      return false;
    }
    pod.start(quietest);
    return true;
  }

  /** On the fullest GPU that has room, in the pool that suits best. */
  private boolean placeBesideOthers(Pod pod, Request request) {
    Gpu best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (Node node : nodes) {
      if (!node.isUsable()) {
        continue;
      }
      double suits = node.isSliced() ? 1 : -rank(node, request) / 10.0;
      for (Gpu gpu : node.gpus()) {
        boolean mayShare = gpu.isFree() || gpu.held() < 1 - TOLERANCE;
        double score = suits + (node.isSliced() ? 1 - gpu.held() : gpu.held());
        if (mayShare && gpu.fits(request.gpus()) && score > most) {
          best = gpu;
          most = score;
        }
      }
    }
    if (best == null) {
      return false;
    }
    pod.start(best.node());
    pod.hold(best, request.gpus());
    return true;
  }

  /** On the node with the least room that suffices, in the pool that suits best. */
  private boolean placeOnFreeGpus(Pod pod, Request request) {
    Node best = null;
    int least = Integer.MAX_VALUE;
    for (Node node : nodes) {
      if (!node.isUsable() || node.isSliced()) {
        continue;
      }
      int free = node.freeGpus();
      int score = rank(node, request) * 1000 + free;
      if (free >= request.gpus() && score < least) {
        best = node;
        least = score;
      }
    }
    if (best == null) {
      return false;
    }
    start(pod, best, request.gpus());
    return true;
  }

  private static void start(Pod pod, Node node, double gpus) {
    pod.start(node);
    int missing = (int) gpus;
    for (Gpu gpu : node.gpus()) {
      if (missing > 0 && gpu.isFree()) {
        pod.hold(gpu, 1);
        missing--;
      }
    }
  }

  private static int rank(Node node, Request request) {
    List<String> pools = request.kind() == Kind.WORKSPACE ? SLOW_POOLS : FAST_POOLS;
    return pools.indexOf(node.pool());
  }

  // Who owes whom

  private boolean takeBack(Workload workload, List<Workload> workloads, List<Project> projects) {
    if (keepsLoans || workload.request().gpus() == 0 || !isOwed(workload)) {
      return false;
    }
    reclaims++;
    Set<Workload> victims = victims(workload.request(), workload.project());
    if (victims.isEmpty()) {
      return false;
    }
    for (Workload victim : victims) {
      victim.evict();
      evicted.add(victim);
    }
    tooLarge = Double.POSITIVE_INFINITY;
    count(workloads, projects);
    return place(workload);
  }

  /** Whose GPUs are enough, together with free ones; nobody's if they are not. */
  private Set<Workload> victims(Request request, Project asking) {
    int need = (int) Math.ceil(request.gpus());
    int pods = request.pods();
    Set<Workload> victims = new LinkedHashSet<>();
    List<Node> roomiest = new ArrayList<>(nodes);
    roomiest.sort(Comparator.comparingInt(node -> -node.freeGpus()));
    for (Node node : roomiest) {
      if (pods == 0) {
        break;
      }
      if (node.isUsable() && !node.isSliced()) {
        List<Gpu> borrowed = borrowed(node, asking);
        int free = node.freeGpus();
        int hosted = Math.min(pods, (free + borrowed.size()) / need);
        pods -= hosted;
        for (Gpu gpu : borrowed.subList(0, Math.max(0, hosted * need - free))) {
          gpu.shares().forEach(share -> victims.add(share.pod().workload()));
        }
      }
    }
    return pods == 0 ? victims : Set.of();
  }

  private static List<Gpu> borrowed(Node node, Project asking) {
    List<Gpu> borrowed = new ArrayList<>();
    for (Gpu gpu : node.gpus()) {
      if (gpu.isHeld()
          && gpu.shares().stream().allMatch(share -> isBorrowed(share.pod().workload(), asking))) {
        borrowed.add(gpu);
      }
    }
    return borrowed;
  }

  private static boolean isBorrowed(Workload workload, Project asking) {
    Project project = workload.project();
    return workload.state() == State.RUNNING
        && workload.request().preemptible()
        && project != asking
        && project.quota() >= 0
        && project.held() > project.quota() + TOLERANCE;
  }

  private static void count(List<Workload> workloads, List<Project> projects) {
    for (Project project : projects) {
      project.count(0, 0);
    }
    for (Workload workload : workloads) {
      Project project = workload.project();
      double gpus = workload.request().allGpus();
      if (workload.isRunning()) {
        project.count(project.held() + gpus, project.asked() + gpus);
      } else if (workload.isWaiting()) {
        project.count(project.held(), project.asked() + gpus);
      }
    }
  }

  private double usableGpus() {
    double sum = 0;
    for (Node node : nodes) {
      sum += node.isUsable() ? node.gpuCount() : node.held();
    }
    return sum;
  }
}
