package io.runboards.simulate.gpu;

import io.runboards.simulate.cluster.Gpu;
import io.runboards.simulate.cluster.Share;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Which slice of a GPU belongs to whom: whoever comes takes the first free one and keeps it. */
final class Slices {
  private final Gpu gpu;
  private final List<Optional<Share>> holders =
      new ArrayList<>(Collections.nCopies(Gpu.SLICES, Optional.empty()));

  Slices(Gpu gpu) {
    this.gpu = gpu;
  }

  void advance() {
    for (int i = 0; i < Gpu.SLICES; i++) {
      if (holders.get(i).isPresent() && !gpu.shares().contains(holders.get(i).get())) {
        holders.set(i, Optional.empty());
      }
    }
    for (Share share : gpu.shares()) {
      Optional<Share> holder = Optional.of(share);
      if (!holders.contains(holder)) {
        holders.set(holders.indexOf(Optional.<Share>empty()), holder);
      }
    }
  }

  Optional<Share> holder(int slice) {
    return holders.get(slice);
  }
}
