package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import java.time.Instant;

/**
 * Who did something, and when.
 *
 * @param id the number of who did it
 * @param who the login of who did it
 * @param when when
 */
record Touch(long id, String who, Instant when) {

  /** Who did it, as library panels show it. */
  Fields person() {
    return JsonValue.EMPTY
        .with("avatarUrl", "/public/img/user_profile.png")
        .with("id", id)
        .with("name", who);
  }
}
