package io.runboards.http;

import okhttp3.Call;
import okhttp3.EventListener;

/** Notes when a request begins to be sent: before that, it cannot have had an effect. */
final class Sending extends EventListener {
  private volatile boolean begun;

  @Override
  public void requestHeadersStart(Call call) {
    begun = true;
  }

  boolean hasBegun() {
    return begun;
  }
}
