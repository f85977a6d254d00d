package io.runboards.simulate.kube;

/** Addresses in the network of a cluster. */
final class Address {
  private static final int ROOM = 250;

  private Address() {}

  /** The address of something in a network of which the first two numbers are given. */
  static String of(String name, String network) {
    int hash = Math.floorMod(name.hashCode(), ROOM * ROOM);
    return network + hash / ROOM + "." + (hash % ROOM + 2);
  }
}
