package io.runboards.dashboard;

import io.runboards.catalog.ClusterVersion;
import io.runboards.dashboard.Frame.Alternative;
import io.runboards.dashboard.Frame.Availability;
import io.runboards.dashboard.Frame.Data;
import io.runboards.dashboard.Frame.Heading;
import io.runboards.dashboard.Frame.Looks;
import io.runboards.dashboard.Frame.Space;
import io.runboards.dashboard.Target.When;
import io.runboards.query.Series;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What can be said of every panel. */
public interface Framed<P extends Panel> extends FieldWords<P> {
  Frame frame();

  /** The same with another frame. */
  P withFrame(Frame changed);

  /** Whether its queries ask for now or for the whole range, unless they say it themselves. */
  When when();

  // What it is about

  /** What the panel shows, and what to do about it. */
  default P about(String text) {
    Heading now = frame().heading();
    return withFrame(
        frame().with(new Heading(now.title(), text, now.key(), now.library(), now.origin())));
  }

  /** Keeps the panel's number when its title changes: the old title, or any word. */
  default P key(String word) {
    Heading now = frame().heading();
    return withFrame(
        frame().with(new Heading(now.title(), now.about(), word, now.library(), now.origin())));
  }

  /**
   * Keeps the panel in Grafana's library under a uid, for all dashboards that have it. Define it
   * once, in a method that they call.
   */
  default P shared(String uid) {
    Heading now = frame().heading();
    return withFrame(
        frame().with(new Heading(now.title(), now.about(), now.key(), uid, now.origin())));
  }

  // Its queries

  /**
   * One more query.
   *
   * @param legend how its series are called: {@code {{label}}} stands for a label's value
   */
  default P query(Series series, String legend) {
    return target(series.toString(), legend, "");
  }

  /**
   * One more query, which may show nothing while others do: such as what waits, if nothing does.
   */
  default P query(Series series, String legend, String mayBeEmpty) {
    return target(series.toString(), legend, mayBeEmpty);
  }

  /** One more query, the series of which need no name. */
  default P query(Series series) {
    return target(series.toString(), "", "");
  }

  /** One more query as PromQL text. */
  default P query(String promql, String legend) {
    return target(promql, legend, "");
  }

  private P target(String promql, String legend, String mayBeEmpty) {
    Data now = frame().data();
    Target target = new Target(promql, legend, when(), mayBeEmpty, Origin.caller());
    return withFrame(
        frame()
            .with(
                new Data(
                    Frame.plus(now.targets(), target),
                    now.transformations(),
                    now.timeFrom(),
                    now.interval())));
  }

  default P transformed(Transformation... steps) {
    Data now = frame().data();
    return withFrame(
        frame().with(new Data(now.targets(), List.of(steps), now.timeFrom(), now.interval())));
  }

  /** A time range of its own that ends now, such as {@code 30d}. */
  default P over(String range) {
    Data now = frame().data();
    return withFrame(
        frame().with(new Data(now.targets(), now.transformations(), range, now.interval())));
  }

  /** The least distance of two points, such as {@code 5m}. */
  default P every(String interval) {
    Data now = frame().data();
    return withFrame(
        frame().with(new Data(now.targets(), now.transformations(), now.timeFrom(), interval)));
  }

  // How it looks

  @Override
  default Fields fields() {
    return frame().looks().fields();
  }

  @Override
  default P withFields(Fields changed) {
    Looks now = frame().looks();
    return withFrame(frame().with(new Looks(changed, now.parts(), now.links())));
  }

  /** What differs for some series or columns. */
  default P parts(Part... parts) {
    Looks now = frame().looks();
    return withFrame(frame().with(new Looks(now.fields(), List.of(parts), now.links())));
  }

  /** Where a click on a value leads. */
  default P drillDown(DrillDown link) {
    Looks now = frame().looks();
    return withFrame(
        frame().with(new Looks(now.fields(), now.parts(), Frame.plus(now.links(), link))));
  }

  // Its space

  /** In columns of 24. */
  default P width(int columns) {
    Space now = frame().space();
    if (columns < 1 || columns > Layout.COLUMNS) {
      throw new WrongDashboard("a width is 1 to " + Layout.COLUMNS + " columns, not " + columns);
    }
    return withFrame(frame().with(new Space(OptionalInt.of(columns), now.height(), now.repeat())));
  }

  /** In units of 30 pixels. */
  default P height(int units) {
    Space now = frame().space();
    if (units < 1) {
      throw new WrongDashboard("a height is at least 1, not " + units);
    }
    return withFrame(frame().with(new Space(now.width(), OptionalInt.of(units), now.repeat())));
  }

  /** One such panel for each chosen value of a variable. */
  default P repeatedFor(Variable variable) {
    Space now = frame().space();
    return withFrame(frame().with(new Space(now.width(), now.height(), variable.name())));
  }

  // Where it has something to show

  /** Why the panel may be empty on a healthy site, such as "no MIG on this cluster". */
  default P mayBeEmpty(String reason) {
    Availability now = frame().availability();
    return withFrame(frame().with(new Availability(reason, now.alternatives())));
  }

  /** What stands here on clusters before a version. */
  default P before(ClusterVersion version, Panel instead) {
    return alternative(new Alternative(version, Optional.of(instead)));
  }

  /** On clusters before a version the panel is left out. */
  default P notBefore(ClusterVersion version) {
    return alternative(new Alternative(version, Optional.empty()));
  }

  private P alternative(Alternative alternative) {
    Availability now = frame().availability();
    return withFrame(
        frame()
            .with(
                new Availability(
                    now.unlessMissing(), Frame.plus(now.alternatives(), alternative))));
  }
}
