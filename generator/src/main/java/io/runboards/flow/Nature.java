package io.runboards.flow;

/** What numbers stand for. */
public enum Nature {
  /** Nobody can tell. */
  UNKNOWN("unknown"),
  /** So much of something: bytes, seconds, a share. */
  QUANTITY("quantity"),
  /** A number as such, which takes the unit of what it is added to or compared with. */
  NUMBER("number"),
  /** 1 if something holds, else 0. */
  FLAG("0 or 1"),
  /** Always 1: the labels carry the message. */
  INFO("always 1"),
  /** A number that names something. */
  CODE("code"),
  /** A moment, as the time since 1970. */
  INSTANT("unix time"),
  /** Each series states its own unit in a label. */
  BY_LABEL("see its unit label");

  private final String label;

  Nature(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
