package io.runboards.simulate.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AheadTest {
  @Test
  void everythingIsSentInOrder() {
    List<Byte> sent = new ArrayList<>();
    try (Ahead ahead = new Ahead(body -> sent.add(body[0]))) {
      for (byte i = 0; i < 100; i++) {
        ahead.send(new byte[] {i});
      }
      ahead.finish();
    }
    assertThat(sent).hasSize(100).isSorted();
  }

  @Test
  void aFailureIsToldByTheNext() {
    Sender failing =
        body -> {
          throw new NotWritten("the store is full");
        };
    try (Ahead ahead = new Ahead(failing)) {
      ahead.send(new byte[1]);
      assertThatExceptionOfType(NotWritten.class)
          .isThrownBy(() -> ahead.send(new byte[1]))
          .withMessage("the store is full");
    }
  }
}
