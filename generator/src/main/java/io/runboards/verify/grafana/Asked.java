package io.runboards.verify.grafana;

import io.runboards.dashboard.Annotation;
import io.runboards.dashboard.Frame.Data;
import io.runboards.dashboard.Target;
import io.runboards.dashboard.Target.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A query as it reaches the store.
 *
 * @param target the query as it was written
 * @param promql its text, without any variables
 * @param range for which time it asks; a query that asks for now asks for the end of it
 * @param step the distance of its points
 */
public record Asked(Target target, String promql, TimeRange range, Duration step) {

  /** All queries of a panel. */
  public static List<Asked> of(Shown shown, TimeRange range, Reader reader) {
    return shown.panel().frame().data().targets().stream()
        .map(target -> of(shown, target, range, reader))
        .toList();
  }

  /** One query of a panel on a dashboard that shows a time range. */
  public static Asked of(Shown shown, Target target, TimeRange range, Reader reader) {
    Data data = shown.panel().frame().data();
    TimeRange own =
        data.timeFrom().isEmpty() ? range : TimeRange.last(Length.of(data.timeFrom()), range.to());
    String least = shown.choices().inWords(data.interval(), own);
    int pixels = reader.pixels(shown.columns());
    Steps steps = Steps.of(own.length(), pixels, least, reader.samples());
    return of(target, shown.choices(), own, steps, reader);
  }

  /**
   * The query of marks on the time axis, which go over the whole screen. Conditions on any label do
   * not hold for them.
   */
  public static Asked of(Annotation marks, Choices choices, TimeRange range, Reader reader) {
    Steps steps = Steps.of(range.length(), reader.width(), "", reader.samples());
    return of(marks.target(), choices.withoutFilters(), range, steps, reader);
  }

  private static Asked of(
      Target target, Choices choices, TimeRange range, Steps steps, Reader reader) {
    String inBrowser = choices.inQuery(target.promql(), range, reader.escaping());
    String promql = inServer(inBrowser, steps, range.length());
    for (Filter filter : choices.filters()) {
      promql = filter.in(promql, reader.escaping());
    }
    TimeRange sent = target.when() == When.NOW ? range : range.inSteps(steps.step());
    return new Asked(target, promql, sent, Duration.ofMillis(steps.step().millis()));
  }

  /** Lengths of time are put in last, and only where they are written in one of two ways. */
  private static String inServer(String promql, Steps steps, Length range) {
    List<Word> words = new ArrayList<>(steps.words());
    words.addAll(Word.ofRange(range));
    String replaced = promql;
    for (Word word : words) {
      replaced =
          replaced
              .replace("$" + word.name(), word.text())
              .replace("${" + word.name() + "}", word.text());
    }
    return replaced;
  }
}
