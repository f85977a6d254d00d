package io.runboards.check;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A uid that Grafana refuses, or that does not read well in an address. */
final class UidForm implements DashboardCheck {
  private static final int LONGEST = 40;
  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** Whether a uid is short enough and reads well. */
  static boolean isGood(String uid) {
    return uid.length() <= LONGEST && KEBAB.matcher(uid).matches();
  }

  @Override
  public String id() {
    return "uid-form";
  }

  @Override
  public Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace) {
    String uid = dashboard.dashboard().uid();
    if (uid.length() > LONGEST) {
      return Stream.of(
          DashboardProblem.of(
              "the uid has " + uid.length() + " characters; Grafana takes " + LONGEST));
    }
    return KEBAB.matcher(uid).matches()
        ? Stream.empty()
        : Stream.of(
            DashboardProblem.of(
                "the uid must be small letters and digits with single hyphens between them"));
  }
}
