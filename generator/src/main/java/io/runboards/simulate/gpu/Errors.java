package io.runboards.simulate.gpu;

import io.runboards.simulate.cluster.Gpu;
import io.runboards.simulate.time.Moment;
import java.util.ArrayDeque;
import java.util.Deque;

/** The errors of a GPU that its exporter remembers: the last one, and those of some minutes. */
final class Errors {
  /** For how long errors are counted, in seconds. */
  static final int WINDOW = 300;

  private final Gpu gpu;
  private final Deque<Seen> recent = new ArrayDeque<>();
  private int last;

  private record Seen(int code, long second) {}

  Errors(Gpu gpu) {
    this.gpu = gpu;
  }

  void advance(Moment now) {
    while (!recent.isEmpty() && recent.getFirst().second() <= now.second() - WINDOW) {
      recent.removeFirst();
    }
    if (gpu.xid() != 0) {
      last = gpu.xid();
      recent.addLast(new Seen(last, now.second()));
    }
  }

  /** The exporter is started anew, and has seen no error. */
  void forget() {
    recent.clear();
    last = 0;
  }

  /** The code of the last error; 0 if there was none. */
  int last() {
    return last;
  }

  /** The errors of a code within the last minutes. */
  int recent(int code) {
    int count = 0;
    for (Seen seen : recent) {
      count += seen.code() == code ? 1 : 0;
    }
    return count;
  }
}
