package io.runboards.deploy;

import io.runboards.json.JsonValue.Fields;
import java.util.Optional;

/**
 * A thing as it is on the server.
 *
 * @param key what it is
 * @param title what people call it
 * @param folder the uid of the folder that it stands in; empty for none
 * @param content all else that is said about it, in normal form; empty if nobody needed to know
 * @param version how the server counts its changes
 * @param owner who may change it
 * @param touch who changed it last, if the server says so
 */
public record Live(
    Key key,
    String title,
    String folder,
    Fields content,
    long version,
    Owner owner,
    Optional<Touch> touch) {

  /**
   * A change.
   *
   * @param who who did it
   * @param when when, as the server writes it
   */
  public record Touch(String who, String when) {}

  /** The same thing as something to be wanted. */
  public Wanted wanted() {
    return new Wanted(key, title, folder, content);
  }
}
