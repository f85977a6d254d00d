package io.runboards.verify;

import io.runboards.check.Examined;
import io.runboards.check.Query;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.Target;
import io.runboards.emit.grafana.PanelType;
import io.runboards.promql.Expr;
import io.runboards.promql.ParseException;
import io.runboards.promql.Promql;
import io.runboards.site.DataSource;
import io.runboards.verify.cause.MissingSeries;
import io.runboards.verify.cause.WhyEmpty;
import io.runboards.verify.grafana.Asked;
import io.runboards.verify.grafana.Choices;
import io.runboards.verify.grafana.Escaping;
import io.runboards.verify.grafana.Reader;
import io.runboards.verify.grafana.Shown;
import io.runboards.verify.grafana.TimeRange;
import io.runboards.verify.grafana.Wishes;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.proof.DashboardProof;
import io.runboards.verify.proof.DashboardProof.Chosen;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.Measured;
import io.runboards.verify.proof.PanelProof;
import io.runboards.verify.proof.QueryProof;
import io.runboards.verify.store.Store;
import io.runboards.verify.store.Stretch;
import io.runboards.verify.trial.ColumnGaps;
import io.runboards.verify.trial.RowsApart;
import io.runboards.verify.trial.Showing;
import io.runboards.verify.trial.Trials;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Opens a dashboard at a moment, asks what Grafana would ask, and looks at the answers.
 *
 * @param store the store that is asked
 * @param workspace what is known about the dashboards
 * @param now the moment
 * @param ours whether the store holds nothing but what we put there
 */
public record DashboardRun(Store store, Workspace workspace, Instant now, boolean ours) {
  static final Reader READER =
      new Reader(1600, "prometheus", DataSource.SCRAPED_EVERY, Escaping.USUAL);

  private static final int MOST_REPEATED = 3;
  private static final int MOST_DRAWN = 20;

  /** What the dashboard shows. */
  public DashboardProof of(Examined examined, Wishes wishes) {
    Dashboard dashboard = examined.dashboard();
    TimeRange range = TimeRange.of(dashboard.settings().from(), now);
    Choices choices = Choices.of(dashboard, wishes, new StoreValues(store), range, READER);
    List<PanelProof> panels = new ArrayList<>();
    for (Shown shown : Shown.of(dashboard, choices, MOST_REPEATED)) {
      if (!shown.panel().frame().data().targets().isEmpty()) {
        panels.add(proof(examined, shown, range));
      }
    }
    return new DashboardProof(
        dashboard.uid(),
        dashboard.title(),
        dashboard.folder(),
        choices.variables().stream()
            .map(it -> new Chosen(it.name(), String.join(", ", it.picked().values())))
            .toList(),
        choices.problems().stream().map(it -> Flaw.error("variable", it)).toList(),
        panels,
        dashboard.origin());
  }

  private PanelProof proof(Examined examined, Shown shown, TimeRange range) {
    Panel panel = shown.panel();
    List<Asked> asked = Asked.of(shown, range, READER);
    List<Result> answers = asked.stream().map(this::answer).toList();
    List<QueryProof> queries = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      queries.add(proof(panel, asked.get(i), Target.refId(i), answers.get(i)));
    }
    if (panel instanceof Table table) {
      addFlawsOfRows(table, asked, answers.stream().map(DashboardRun::curves).toList(), queries);
    }
    return new PanelProof(
        examined.ids().of(panel),
        shown.choices().inWords(panel.title(), range),
        PanelType.of(panel),
        rowOf(examined.dashboard(), panel),
        mayBeEmpty(panel),
        queries);
  }

  /** What can be wrong only with the queries of a table together. */
  private static void addFlawsOfRows(
      Table table, List<Asked> asked, List<List<Curve>> answers, List<QueryProof> queries) {
    ColumnGaps.of(table, answers).ifPresent(flaw -> queries.set(0, queries.getFirst().with(flaw)));
    for (int i = 0; i < asked.size(); i++) {
      Optional<Flaw> apart = RowsApart.of(i, asked.get(i).target(), answers);
      if (apart.isPresent()) {
        queries.set(i, queries.get(i).with(apart.get()));
      }
    }
  }

  private static List<Curve> curves(Result result) {
    return switch (result) {
      case Result.Refused refused -> List.of();
      case Result.Curves answer -> answer.curves();
    };
  }

  /** Why the panel, or one of its queries, may show nothing. */
  private static String mayBeEmpty(Panel panel) {
    return Stream.concat(
            Stream.of(panel.frame().availability().unlessMissing()),
            panel.frame().data().targets().stream().map(Target::mayBeEmpty))
        .filter(reason -> !reason.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String rowOf(Dashboard dashboard, Panel panel) {
    return dashboard.rows().stream()
        .filter(row -> row.panels().stream().anyMatch(it -> it == panel))
        .map(Row::title)
        .findFirst()
        .orElse("");
  }

  private QueryProof proof(Panel panel, Asked asked, String ref, Result result) {
    Target target = asked.target();
    Optional<Query> query = read(asked.promql());
    String unit = ShownUnit.of(panel, query);
    return switch (result) {
      case Result.Refused refused ->
          new QueryProof(
              ref,
              target.legend(),
              asked.promql(),
              unit,
              List.of(Flaw.error("refused", "the store refuses the query: " + refused.error())),
              Measured.NOTHING,
              List.of(),
              target.origin());
      case Result.Curves answer -> {
        OptionalLong samples =
            answer.effort().stream().mapToLong(effort -> effort.samples()).findFirst();
        yield new QueryProof(
            ref,
            target.legend(),
            asked.promql(),
            unit,
            query.map(it -> flaws(panel, asked, it, answer)).orElse(List.of()),
            Measured.of(answer.curves(), samples),
            answer.curves().stream().limit(MOST_DRAWN).toList(),
            target.origin());
      }
    };
  }

  /** Empty for what is no PromQL: then the store refuses it, and says why. */
  private Optional<Query> read(String promql) {
    try {
      Expr tree = Promql.parse(promql);
      return Optional.of(Query.of(tree, workspace.world(), Optional.of(workspace.version())));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private Result answer(Asked asked) {
    return asked.target().when() == Target.When.NOW
        ? store.query(asked.promql(), asked.range().to())
        : store.range(asked.promql(), stretch(asked), asked.step());
  }

  private static Stretch stretch(Asked asked) {
    return new Stretch(asked.range().from(), asked.range().to());
  }

  private List<Flaw> flaws(Panel panel, Asked asked, Query query, Result.Curves answer) {
    if (answer.curves().isEmpty()) {
      return List.of(empty(panel, asked, query));
    }
    return Trials.of(new Showing(panel, asked.target(), query, answer, ours));
  }

  private Flaw empty(Panel panel, Asked asked, Query query) {
    MissingSeries missing =
        new MissingSeries(store.api(), workspace.world().catalog(), workspace.version());
    String why =
        new WhyEmpty(store, missing, moments(asked), asked.step()).of(query.tree()).words();
    String ofQuery = asked.target().mayBeEmpty();
    String allowed = ofQuery.isEmpty() ? panel.frame().availability().unlessMissing() : ofQuery;
    return allowed.isEmpty()
        ? Flaw.error("empty", "it shows nothing: " + why)
        : Flaw.info("empty", "it shows nothing, as it may if %s: %s".formatted(allowed, why));
  }

  /** The moments that a query asks for. */
  private static Stretch moments(Asked asked) {
    return asked.target().when() == Target.When.NOW
        ? new Stretch(asked.range().to(), asked.range().to())
        : stretch(asked);
  }
}
