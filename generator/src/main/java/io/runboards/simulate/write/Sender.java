package io.runboards.simulate.write;

/** Brings the body of a remote write request to a server, or throws. */
@FunctionalInterface
public interface Sender {
  void send(byte[] body);
}
