package io.runboards.site;

import io.runboards.finding.NearNames;
import io.runboards.site.Fields.Meaning;
import io.runboards.site.Fields.Outcome;
import io.runboards.site.Fields.Outcome.Bad;
import io.runboards.site.Fields.Outcome.Good;
import io.runboards.site.Notifications.Quiet;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the times at which some alerts notify nobody, as strictly as Alertmanager does. */
final class QuietSection {
  /** In the order of Alertmanager, whose week begins on Sunday. */
  private static final List<String> DAYS =
      List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");

  private static final String TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00";
  private static final Pattern RANGE = Pattern.compile("(" + TIME + ")-(" + TIME + ")");

  private QuietSection() {}

  static Optional<Quiet> read(Fields entry, Meaning<String> name) {
    List<String> weekdays = entry.values("weekdays", QuietSection::weekdays);
    List<String> times = entry.values("times", QuietSection::times);
    if (!entry.has("weekdays") && !entry.has("times")) {
      entry.wrong("a quiet time needs weekdays, times or both", "");
    }
    String zone = entry.value("zone", QuietSection::zone).orElse("UTC");
    return entry.value("name", name).map(it -> new Quiet(it, weekdays, times, zone));
  }

  private static Outcome<String> weekdays(String text) {
    List<String> ends = List.of(text.split(":", -1));
    for (String day : ends) {
      if (!DAYS.contains(day)) {
        return new Bad<>("'" + day + "' is no weekday", Complaints.suggestion(day, DAYS));
      }
    }
    if (ends.size() > 2) {
      return new Bad<>("'" + text + "' is no range of days", "Write one such as monday:friday");
    }
    return DAYS.indexOf(ends.getFirst()) > DAYS.indexOf(ends.getLast())
        ? new Bad<>(
            "'" + text + "' ends before it begins, since weeks begin on Sunday",
            "Write two: [" + String.join(", ", split(ends)) + "]")
        : new Good<>(text);
  }

  /** The same days, without going past the end of a week. */
  private static List<String> split(List<String> ends) {
    return List.of(range(ends.getFirst(), DAYS.getLast()), range(DAYS.getFirst(), ends.getLast()));
  }

  private static String range(String first, String last) {
    return first.equals(last) ? first : "\"" + first + ":" + last + "\"";
  }

  private static Outcome<String> times(String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return new Bad<>("'" + text + "' is no range of times", "Write one such as 18:00-24:00");
    }
    int order = range.group(1).compareTo(range.group(2));
    if (order == 0) {
      return new Bad<>("'" + text + "' ends when it begins", "Write one such as 18:00-24:00");
    }
    return order > 0
        ? new Bad<>(
            "'" + text + "' goes past midnight",
            "Write two: [\"%s-24:00\", \"00:00-%s\"]".formatted(range.group(1), range.group(2)))
        : new Good<>(text);
  }

  private static Outcome<String> zone(String text) {
    TreeSet<String> zones = new TreeSet<>(ZoneId.getAvailableZoneIds());
    if (zones.contains(text)) {
      return new Good<>(text);
    }
    return new Bad<>(
        "'" + text + "' is no time zone",
        NearNames.of(text, zones).isEmpty()
            ? "Write one such as Europe/Berlin"
            : Complaints.suggestion(text, List.copyOf(zones)));
  }
}
