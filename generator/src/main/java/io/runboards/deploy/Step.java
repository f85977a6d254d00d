package io.runboards.deploy;

import java.util.List;

/** What becomes of one thing. */
public sealed interface Step {
  Key key();

  /** What people call the thing. */
  String title();

  /** It is not there yet. */
  record Create(Wanted wanted) implements Step {
    @Override
    public Key key() {
      return wanted.key();
    }

    @Override
    public String title() {
      return wanted.title();
    }
  }

  /** It is ours and differs. */
  record Update(Wanted wanted, Live before, List<Difference> differences) implements Step {
    public Update {
      differences = List.copyOf(differences);
    }

    @Override
    public Key key() {
      return wanted.key();
    }

    @Override
    public String title() {
      return wanted.title();
    }
  }

  /** It is ours and stands in another folder, but is the same otherwise. */
  record Move(Wanted wanted, Live before) implements Step {
    @Override
    public Key key() {
      return wanted.key();
    }

    @Override
    public String title() {
      return wanted.title();
    }
  }

  /** Nobody owned it; it becomes ours. */
  record Adopt(Wanted wanted, Live before, List<Difference> differences) implements Step {
    public Adopt {
      differences = List.copyOf(differences);
    }

    @Override
    public Key key() {
      return wanted.key();
    }

    @Override
    public String title() {
      return wanted.title();
    }
  }

  /** It is ours and no longer wanted. */
  record Delete(Live before) implements Step {
    @Override
    public Key key() {
      return before.key();
    }

    @Override
    public String title() {
      return before.title();
    }
  }

  /** It is as it shall be, or it is ours and stays although nobody wants it. */
  record Keep(Live live) implements Step {
    @Override
    public Key key() {
      return live.key();
    }

    @Override
    public String title() {
      return live.title();
    }
  }

  /** It must not be touched, and so the whole plan must not be carried out. */
  record Refuse(Key key, String title, String reason) implements Step {}

  /** Whether it changes something on the server. */
  default boolean writes() {
    return !(this instanceof Keep) && !(this instanceof Refuse);
  }
}
