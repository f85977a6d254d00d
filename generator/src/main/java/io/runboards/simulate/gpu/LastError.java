package io.runboards.simulate.gpu;

import io.runboards.catalog.Dcgm;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.scrape.Target;
import java.util.Optional;

/**
 * The series about errors of a GPU or a slice.
 *
 * <p>The code is the value of one of them, and a label of both: another code is another series.
 */
final class LastError {
  private static final String WINDOW = Integer.toString(Errors.WINDOW * 1000);

  private final Target target;
  private Optional<Group> group = Optional.empty();
  private Optional<Gauge> counted = Optional.empty();
  private int shown;

  /** The labels of the GPU or slice, with more behind them. */
  @FunctionalInterface
  interface Labelled {
    String[] with(String... more);
  }

  LastError(Target target) {
    this.target = target;
  }

  void show(Errors errors, Labelled labels) {
    if (group.isPresent() && errors.last() != shown) {
      end();
    }
    if (group.isEmpty()) {
      begin(errors.last(), labels);
    }
    counted.ifPresent(gauge -> gauge.set(errors.recent(shown)));
  }

  private void begin(int code, Labelled labels) {
    Group begun = target.group();
    String text = Integer.toString(code);
    begun.gauge(Dcgm.DEV_XID_ERRORS, labels.with(text, meaning(code))).set(code);
    String xid = code == 0 ? "" : text;
    counted = Optional.of(begun.gauge(Dcgm.EXP_XID_ERRORS_COUNT, labels.with(xid, WINDOW)));
    group = Optional.of(begun);
    shown = code;
  }

  void end() {
    group.ifPresent(Group::end);
    group = Optional.empty();
    counted = Optional.empty();
  }

  private static String meaning(int code) {
    return switch (code) {
      case 0 -> "No Error";
      case 13 -> "Graphics Engine Exception";
      case 31 -> "GPU memory page fault";
      case 43 -> "GPU stopped processing";
      case 48 -> "Double Bit ECC Error";
      case 64 -> "ECC row remapping failure";
      case 74 -> "NVLINK Error";
      case 79 -> "GPU has fallen off the bus";
      case 94 -> "Contained memory error";
      case 119 -> "GSP RPC Timeout";
      default -> "Unknown Error";
    };
  }
}
