package io.runboards.catalog;

import static io.runboards.catalog.Labels.CONTAINER;
import static io.runboards.catalog.Labels.DEVICE;
import static io.runboards.catalog.Labels.DRIVER_VERSION;
import static io.runboards.catalog.Labels.ERR_CODE;
import static io.runboards.catalog.Labels.ERR_MSG;
import static io.runboards.catalog.Labels.EXPORTED_CONTAINER;
import static io.runboards.catalog.Labels.EXPORTED_NAMESPACE;
import static io.runboards.catalog.Labels.EXPORTED_POD;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.GPU_I_ID;
import static io.runboards.catalog.Labels.GPU_I_PROFILE;
import static io.runboards.catalog.Labels.GPU_MODEL;
import static io.runboards.catalog.Labels.HOSTNAME;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.OLD_HOSTNAME;
import static io.runboards.catalog.Labels.PCI_BUS_ID;
import static io.runboards.catalog.Labels.POD;
import static io.runboards.catalog.Labels.UUID;
import static io.runboards.catalog.Labels.WINDOW_SIZE_IN_MS;
import static io.runboards.catalog.Labels.XID;
import static io.runboards.catalog.Unit.BOOLEAN;
import static io.runboards.catalog.Unit.BYTES_PER_SECOND;
import static io.runboards.catalog.Unit.CELSIUS;
import static io.runboards.catalog.Unit.COUNT;
import static io.runboards.catalog.Unit.MEBIBYTES;
import static io.runboards.catalog.Unit.MEGAHERTZ;
import static io.runboards.catalog.Unit.MILLIJOULES;
import static io.runboards.catalog.Unit.NANOSECONDS;
import static io.runboards.catalog.Unit.PERCENT;
import static io.runboards.catalog.Unit.RATIO;
import static io.runboards.catalog.Unit.UNKNOWN;
import static io.runboards.catalog.Unit.WATTS;

import java.util.stream.Stream;

/**
 * NVIDIA dcgm-exporter: what the hardware says about each GPU.
 *
 * <p>A series has either {@code Hostname} or {@code hostname}, never both, so the node together
 * with the GPU's index identifies it only when both names are named. {@code UUID} is the safer key.
 * The labels that tell the pod are {@code exported_*} unless the scrape honours the exporter's.
 */
public final class Dcgm {
  private static final Label[] LABELS = {
    GPU,
    UUID,
    PCI_BUS_ID,
    DEVICE,
    GPU_MODEL,
    OLD_HOSTNAME,
    HOSTNAME,
    GPU_I_ID,
    GPU_I_PROFILE,
    CONTAINER,
    NAMESPACE,
    POD,
    EXPORTED_CONTAINER,
    EXPORTED_NAMESPACE,
    EXPORTED_POD,
    DRIVER_VERSION
  };

  private static final Label[] SOMETIMES = {
    OLD_HOSTNAME,
    HOSTNAME,
    GPU_I_ID,
    GPU_I_PROFILE,
    CONTAINER,
    NAMESPACE,
    POD,
    EXPORTED_CONTAINER,
    EXPORTED_NAMESPACE,
    EXPORTED_POD,
    DRIVER_VERSION
  };

  private static final String COUNTER_LIST = "a line in dcgm-exporter's counter list";
  private static final String DATA_CENTRE_GPU = "a data-centre GPU (Volta or newer)";
  private static final String BLANK =
      "A field that the GPU lacks can read 9223372036854775794: drop such values before use.";
  private static final String IS_RATIO = "0 to 1; older help texts call it a percentage.";
  private static final String IS_RATE = "Already a rate: never rate() it.";
  private static final String NANOSECONDS_OR_MICROSECONDS =
      "The exporter says nanoseconds; other documentation says microseconds.";

  // Work

  public static final Metric DEV_GPU_UTIL =
      gauge("DCGM_FI_DEV_GPU_UTIL", PERCENT)
          .help("Share of time in which the GPU did anything")
          .note("Absent or 0 on a GPU that is sliced by MIG: use DCGM_FI_PROF_GR_ENGINE_ACTIVE.");

  public static final Metric DEV_MEM_COPY_UTIL =
      gauge("DCGM_FI_DEV_MEM_COPY_UTIL", PERCENT)
          .help("Share of time in which GPU memory was read or written");

  public static final Metric PROF_GR_ENGINE_ACTIVE =
      gauge("DCGM_FI_PROF_GR_ENGINE_ACTIVE", RATIO)
          .help("Share of time in which the graphics or compute engine was active")
          .needs(DATA_CENTRE_GPU)
          .note(IS_RATIO);

  public static final Metric PROF_PIPE_TENSOR_ACTIVE =
      gauge("DCGM_FI_PROF_PIPE_TENSOR_ACTIVE", RATIO)
          .help("Share of cycles in which the tensor cores were active")
          .needs(DATA_CENTRE_GPU)
          .note(IS_RATIO);

  public static final Metric PROF_DRAM_ACTIVE =
      gauge("DCGM_FI_PROF_DRAM_ACTIVE", RATIO)
          .help("Share of cycles in which the memory interface was active")
          .needs(DATA_CENTRE_GPU)
          .note(IS_RATIO);

  public static final Metric PROF_SM_ACTIVE =
      gauge("DCGM_FI_PROF_SM_ACTIVE", RATIO)
          .help("Share of cycles in which a multiprocessor had at least one warp")
          .needs(COUNTER_LIST + " and " + DATA_CENTRE_GPU);

  public static final Metric PROF_SM_OCCUPANCY =
      gauge("DCGM_FI_PROF_SM_OCCUPANCY", RATIO)
          .help("Resident warps as a share of what a multiprocessor can hold")
          .needs(COUNTER_LIST + " and " + DATA_CENTRE_GPU);

  // Memory

  public static final Metric DEV_FB_USED =
      gauge("DCGM_FI_DEV_FB_USED", MEBIBYTES).help("GPU memory in use");

  public static final Metric DEV_FB_FREE =
      gauge("DCGM_FI_DEV_FB_FREE", MEBIBYTES).help("Free GPU memory");

  public static final Metric DEV_FB_RESERVED =
      gauge("DCGM_FI_DEV_FB_RESERVED", MEBIBYTES).help("GPU memory that the driver keeps");

  public static final Metric DEV_FB_TOTAL =
      gauge("DCGM_FI_DEV_FB_TOTAL", MEBIBYTES)
          .help("GPU memory in all")
          .needs(COUNTER_LIST)
          .note("Without that line, add FB_USED, FB_FREE and FB_RESERVED.");

  // Heat, power, clocks

  public static final Metric DEV_GPU_TEMP =
      gauge("DCGM_FI_DEV_GPU_TEMP", CELSIUS).help("Temperature of the GPU").note(BLANK);

  public static final Metric DEV_MEMORY_TEMP =
      gauge("DCGM_FI_DEV_MEMORY_TEMP", CELSIUS).help("Temperature of the memory").note(BLANK);

  public static final Metric DEV_POWER_USAGE =
      gauge("DCGM_FI_DEV_POWER_USAGE", WATTS).help("Power draw");

  public static final Metric DEV_TOTAL_ENERGY_CONSUMPTION =
      counter("DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION", MILLIJOULES).help("Energy used since boot");

  public static final Metric DEV_SM_CLOCK =
      gauge("DCGM_FI_DEV_SM_CLOCK", MEGAHERTZ).help("Clock of the multiprocessors");

  public static final Metric DEV_MEM_CLOCK =
      gauge("DCGM_FI_DEV_MEM_CLOCK", MEGAHERTZ).help("Clock of the memory");

  public static final Metric DEV_POWER_VIOLATION =
      counter("DCGM_FI_DEV_POWER_VIOLATION", NANOSECONDS)
          .help("Time slowed down to save power")
          .needs(COUNTER_LIST)
          .note(NANOSECONDS_OR_MICROSECONDS);

  public static final Metric DEV_THERMAL_VIOLATION =
      counter("DCGM_FI_DEV_THERMAL_VIOLATION", NANOSECONDS)
          .help("Time slowed down for heat")
          .needs(COUNTER_LIST)
          .note(NANOSECONDS_OR_MICROSECONDS);

  // Errors

  public static final Metric DEV_XID_ERRORS =
      Metric.code("DCGM_FI_DEV_XID_ERRORS", and(ERR_CODE, ERR_MSG))
          .identifiedBy(UUID, GPU_I_ID, ERR_CODE)
          .identifiedBy(OLD_HOSTNAME, HOSTNAME, GPU, GPU_I_ID, ERR_CODE)
          .sometimes(and(SOMETIMES, ERR_CODE, ERR_MSG))
          .help("Code of the last XID error; 0 means none")
          .note("A code: compare it or watch it change, but never sum, average or rate() it.");

  public static final Metric EXP_XID_ERRORS_COUNT =
      Metric.gauge("DCGM_EXP_XID_ERRORS_COUNT", COUNT, and(XID, WINDOW_SIZE_IN_MS))
          .identifiedBy(UUID, GPU_I_ID, XID)
          .identifiedBy(OLD_HOSTNAME, HOSTNAME, GPU, GPU_I_ID, XID)
          .sometimes(and(SOMETIMES, XID))
          .help("XID errors in the last window")
          .needs(COUNTER_LIST)
          .note("The exporter calls it a counter, but it counts only the last window.")
          .note("Without an error in the window, it is 0 and lacks the code.");

  public static final Metric DEV_PCIE_REPLAY_COUNTER =
      counter("DCGM_FI_DEV_PCIE_REPLAY_COUNTER", COUNT).help("Repeated transfers over PCIe");

  public static final Metric DEV_CORRECTABLE_REMAPPED_ROWS =
      counter("DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS", COUNT)
          .help("Memory rows replaced after errors that could be corrected");

  public static final Metric DEV_UNCORRECTABLE_REMAPPED_ROWS =
      counter("DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS", COUNT)
          .help("Memory rows replaced after errors that could not be corrected");

  public static final Metric DEV_ROW_REMAP_FAILURE =
      gauge("DCGM_FI_DEV_ROW_REMAP_FAILURE", BOOLEAN).help("Whether a row could not be replaced");

  public static final Metric DEV_ECC_SBE_VOL_TOTAL =
      counter("DCGM_FI_DEV_ECC_SBE_VOL_TOTAL", COUNT)
          .help("Single-bit memory errors since the driver was loaded")
          .needs(COUNTER_LIST);

  public static final Metric DEV_ECC_DBE_VOL_TOTAL =
      counter("DCGM_FI_DEV_ECC_DBE_VOL_TOTAL", COUNT)
          .help("Double-bit memory errors since the driver was loaded")
          .needs(COUNTER_LIST);

  // Links

  public static final Metric DEV_NVLINK_BANDWIDTH_TOTAL =
      counter("DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL", UNKNOWN)
          .help("Traffic over all NVLink lanes")
          .note("The exporter names no unit.");

  public static final Metric PROF_PCIE_TX_BYTES =
      gauge("DCGM_FI_PROF_PCIE_TX_BYTES", BYTES_PER_SECOND)
          .help("Data sent over PCIe")
          .needs(DATA_CENTRE_GPU)
          .note(IS_RATE);

  public static final Metric PROF_PCIE_RX_BYTES =
      gauge("DCGM_FI_PROF_PCIE_RX_BYTES", BYTES_PER_SECOND)
          .help("Data received over PCIe")
          .needs(DATA_CENTRE_GPU)
          .note(IS_RATE);

  private Dcgm() {}

  private static Metric gauge(String name, Unit unit) {
    return perSlice(Metric.gauge(name, unit, LABELS));
  }

  private static Metric counter(String name, Unit unit) {
    return perSlice(Metric.counter(name, unit, LABELS));
  }

  private static Metric perSlice(Metric metric) {
    return metric
        .identifiedBy(UUID, GPU_I_ID)
        .identifiedBy(OLD_HOSTNAME, HOSTNAME, GPU, GPU_I_ID)
        .sometimes(SOMETIMES);
  }

  private static Label[] and(Label... more) {
    return and(LABELS, more);
  }

  private static Label[] and(Label[] some, Label... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(Label[]::new);
  }
}
