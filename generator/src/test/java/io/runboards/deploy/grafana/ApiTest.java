package io.runboards.deploy.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.deploy.Trouble;
import io.runboards.json.JsonValue;
import org.junit.jupiter.api.Test;

/** Refusals say whether somebody else was faster. */
class ApiTest {
  private static Trouble.Kind kind(int status, String field, String word) {
    JsonValue body = JsonValue.EMPTY.with(field, word);
    return Api.refused(new Api.Reply(status, body), "dashboard gpu").kind();
  }

  @Test
  void whoeverWasFasterIsToldFromWhateverIsTaken() {
    assertThat(kind(409, "reason", "Conflict")).isEqualTo(Trouble.Kind.CHANGED);
    assertThat(kind(409, "reason", "AlreadyExists")).isEqualTo(Trouble.Kind.CHANGED);
    assertThat(kind(409, "message", "data source with the same name already exists"))
        .isEqualTo(Trouble.Kind.FINAL);
    assertThat(kind(412, "status", "version-mismatch")).isEqualTo(Trouble.Kind.CHANGED);
    assertThat(kind(412, "status", "name-exists")).isEqualTo(Trouble.Kind.FINAL);
  }
}
