// W(n) with Grafana's own Foundation SDK: the same kind of dashboards as DashboardBench.java writes.
// The SDK knows nothing about queries, so nothing is checked.
//
// Arguments: the content (spec.json), how many dashboards, the folder to write to.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sdk from '@grafana/grafana-foundation-sdk/dashboard';
import prometheus from '@grafana/grafana-foundation-sdk/prometheus';
import timeseries from '@grafana/grafana-foundation-sdk/timeseries';
import stat from '@grafana/grafana-foundation-sdk/stat';
import gauge from '@grafana/grafana-foundation-sdk/gauge';
import table from '@grafana/grafana-foundation-sdk/table';

const SOURCE = { type: 'prometheus', uid: '${datasource}' };
const GROUPED = /^(?:topk\(\d+, )?[a-z]+ by \(([a-z_, ]+)\)/;
const KINDS = { timeseries, stat, gauge, table };

const [specFile, count, folder] = [process.argv[2], Number(process.argv[3]), process.argv[4]];
const name = (what, number) => `${what}-${String(number).padStart(4, '0')}`;

const content = JSON.parse(readFileSync(specFile, 'utf8')).rows.map(row => ({
  ...row,
  panels: row.panels.map(panel => ({ ...panel, legends: panel.exprs.map((it, i) => legend(panel, it[0], i)) })),
}));

function legend(panel, query, index) {
  const grouped = panel.kind === 'timeseries' && GROUPED.exec(query);
  const text = grouped ? `{{${grouped[1].replaceAll(', ', '}} {{')}}}` : panel.title;
  return index === 0 ? text : `${text} (second)`;
}

function valuesOf(label, metric, cluster) {
  return new sdk.QueryVariableBuilder(label)
    .datasource(SOURCE)
    .query({
      query: `label_values(${metric}{clusterId="${cluster}"}, ${label})`,
      refId: 'PrometheusVariableQueryEditor-VariableQuery',
    })
    .refresh(sdk.VariableRefresh.OnTimeRangeChanged)
    .sort(sdk.VariableSort.AlphabeticalAsc)
    .multi(true)
    .includeAll(true)
    .allValue('.+')
    .current({ text: ['All'], value: ['$__all'] });
}

function panelOf(item, cluster, next) {
  const full = item.unit === 'percentunit' ? 1 : 100;
  const panel = new KINDS[item.kind].PanelBuilder()
    .id(item.id)
    .title(item.title)
    .description(`${item.title} of ${cluster}.`)
    .datasource(SOURCE)
    .gridPos({ x: item.x, y: item.y, w: item.w, h: item.h })
    .unit(item.unit)
    .thresholds(
      new sdk.ThresholdsConfigBuilder().mode(sdk.ThresholdsMode.Absolute).steps([
        { color: '#009E73', value: null },
        { color: '#E69F00', value: full * 0.75 },
        { color: '#D55E00', value: full },
      ])
    );
  const links = [
    new sdk.DashboardLinkBuilder('The next cluster').url(`/d/${next}?\${datasource:queryparam}&\${__url_time_range}`),
  ];
  item.exprs.forEach(([before, after], i) => {
    const query = new prometheus.DataqueryBuilder()
      .datasource(SOURCE)
      .refId(String.fromCharCode(65 + i))
      .expr(before + cluster + after)
      .legendFormat(item.legends[i])
      .format(item.kind === 'table' ? prometheus.PromQueryFormat.Table : prometheus.PromQueryFormat.TimeSeries);
    panel.withTarget(item.kind === 'timeseries' ? query.range() : query.instant());
  });
  if (item.kind === 'timeseries') {
    panel.spanNulls(180000).overrideByQuery('B', [
      { id: 'color', value: { mode: 'fixed', fixedColor: '#56B4E9' } },
      { id: 'custom.lineStyle', value: { fill: 'dash', dash: [10, 10] } },
    ]);
  } else if (item.kind === 'gauge') {
    panel.min(0).max(full);
  } else if (item.kind === 'table') {
    links.push(
      new sdk.DashboardLinkBuilder('The same there').url(
        `/d/${next}?\${datasource:queryparam}&\${project:queryparam}&\${__url_time_range}`
      )
    );
  }
  return panel.dataLinks(links);
}

mkdirSync(folder, { recursive: true });
for (let i = 0; i < count; i++) {
  const cluster = name('cluster', i);
  const next = name('w', (i + 1) % count);
  const dashboard = new sdk.DashboardBuilder(`Cluster ${cluster}`)
    .uid(name('w', i))
    .description(`How does ${cluster} do? For: operators.`)
    .tags(['w', 'gpu'])
    .timezone('browser')
    .readonly()
    .tooltip(sdk.DashboardCursorSync.Crosshair)
    .time({ from: 'now-6h', to: 'now' })
    .refresh('1m')
    .withVariable(new sdk.DatasourceVariableBuilder('datasource').label('Data source').type('prometheus'))
    .withVariable(valuesOf('node', 'runai_gpu_count_per_node', cluster))
    .withVariable(valuesOf('project', 'runai_allocated_gpu_count_per_project', cluster));
  for (const row of content) {
    dashboard.withRow(new sdk.RowBuilder(row.title).id(row.id).gridPos({ x: 0, y: row.y, w: 24, h: 1 }));
    for (const item of row.panels) {
      dashboard.withPanel(panelOf(item, cluster, next));
    }
  }
  writeFileSync(join(folder, `${name('w', i)}.json`), JSON.stringify(dashboard.build(), null, 2) + '\n');
}
console.log(`${count} dashboards, nothing checked`);
