package io.runboards.deploy;

/**
 * What a plan may do besides creating and changing what is ours.
 *
 * @param adopt whether it may take over things that nobody owns
 * @param prune whether it deletes things that are ours and no longer wanted
 * @param deletes how many things it may delete
 * @param nothing whether nothing at all may be wanted
 */
public record Allowed(boolean adopt, boolean prune, int deletes, boolean nothing) {
  public static final Allowed USUAL = new Allowed(false, true, 10, false);

  public Allowed adopting() {
    return new Allowed(true, prune, deletes, nothing);
  }

  public Allowed deletingAtMost(int most) {
    return new Allowed(adopt, prune, most, nothing);
  }

  public Allowed keepingWhatIsNoLongerWanted() {
    return new Allowed(adopt, false, deletes, nothing);
  }

  public Allowed wantingNothing() {
    return new Allowed(adopt, prune, deletes, true);
  }
}
