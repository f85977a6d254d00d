package io.runboards.deploy;

import java.util.List;
import java.util.Optional;

/** What becomes of one thing. */
public sealed interface Step {
  default Key key() {
    return made().map(Wanted::key).or(() -> found().map(Live::key)).orElseThrow();
  }

  /** What people call the thing. */
  default String title() {
    return made().map(Wanted::title).or(() -> found().map(Live::title)).orElseThrow();
  }

  /** It is not there yet. */
  record Create(Wanted wanted) implements Step {}

  /** It is ours and differs. */
  record Update(Wanted wanted, Live before, List<Difference> differences) implements Step {
    public Update {
      differences = List.copyOf(differences);
    }
  }

  /** It is ours and stands in another folder, but is the same otherwise. */
  record Move(Wanted wanted, Live before) implements Step {}

  /** Nobody owned it; it becomes ours. */
  record Adopt(Wanted wanted, Live before, List<Difference> differences) implements Step {
    public Adopt {
      differences = List.copyOf(differences);
    }
  }

  /** It is ours and no longer wanted. */
  record Delete(Live before) implements Step {}

  /** It is as it shall be, or it is ours and stays although nobody wants it. */
  record Keep(Live live) implements Step {}

  /** It must not be touched, and so the whole plan must not be carried out. */
  record Refuse(Key key, String title, String reason) implements Step {}

  /** The thing as it was found; empty if it was not, or if it does not matter. */
  default Optional<Live> found() {
    return switch (this) {
      case Create create -> Optional.empty();
      case Update(var wanted, var before, var differences) -> Optional.of(before);
      case Move(var wanted, var before) -> Optional.of(before);
      case Adopt(var wanted, var before, var differences) -> Optional.of(before);
      case Delete(var before) -> Optional.of(before);
      case Keep(var live) -> Optional.of(live);
      case Refuse refuse -> Optional.empty();
    };
  }

  /** The thing as the step makes it; empty if it makes nothing. */
  default Optional<Wanted> made() {
    return switch (this) {
      case Create(var wanted) -> Optional.of(wanted);
      case Update(var wanted, var before, var differences) -> Optional.of(wanted);
      case Move(var wanted, var before) -> Optional.of(wanted);
      case Adopt(var wanted, var before, var differences) -> Optional.of(wanted);
      case Delete delete -> Optional.empty();
      case Keep keep -> Optional.empty();
      case Refuse refuse -> Optional.empty();
    };
  }

  /** Whether it changes something on the server. */
  default boolean writes() {
    return !(this instanceof Keep) && !(this instanceof Refuse);
  }
}
