// Writes dashboards as TypeScript and has the compiler hold them against Grafana's types.
'use strict';

const fs = require('fs');
const path = require('path');
const { spawnSync } = require('child_process');

/** Where each kind of panel has its types, and whether it has settings of fields. */
const PANELS = {
  timeseries: ['timeseries', 'TimeSeries', true],
  stat: ['stat', 'Stat', false],
  gauge: ['gauge', 'Gauge', false],
  bargauge: ['bargauge', 'BarGauge', false],
  barchart: ['barchart', 'BarChart', true],
  table: ['table', 'Table', true],
  heatmap: ['heatmap', 'Heatmap', true],
  histogram: ['histogram', 'Histogram', true],
  'state-timeline': ['statetimeline', 'StateTimeline', true],
  'status-history': ['statushistory', 'StatusHistory', true],
  piechart: ['piechart', 'PieChart', true],
  text: ['text', 'Text', false],
};

const HEAD = `import type { AnnotationQuery, Dashboard, DataQuery, FieldConfig, Panel, RowPanel } from '@grafana/schema';
import type { Spec } from '@grafana/schema/apis/dashboard.grafana.app/v2';
import type { Plain, Some } from '../plain';
${Object.values(PANELS)
  .map(([folder, name]) => {
    const types = `@grafana/schema/dist/esm/raw/composable/${folder}/panelcfg/x/${name}PanelCfg_types.gen`;
    return `import type * as ${name} from '${types}';`;
  })
  .join('\n')}

/** What the plugin for Prometheus adds to an annotation. */
type Annotation = AnnotationQuery<DataQuery & { expr: string }> & { textFormat?: string };
`;

exports.check = (dashboards, install, packages) => {
  const newest = packages('@grafana/schema').defaultDashboard.schemaVersion;
  const work = fs.mkdtempSync(path.join(install, 'work-'));
  try {
    fs.copyFileSync(path.join(__dirname, 'plain.d.ts'), path.join(work, 'plain.d.ts'));
    fs.mkdirSync(path.join(work, 'src'));
    const places = new Map();
    dashboards
      .filter((it) => it.second || it.first.schemaVersion >= newest)
      .forEach((dashboard, i) => {
        const lines = source(dashboard);
        fs.writeFileSync(path.join(work, 'src', `d${i}.ts`), HEAD + lines.map((it) => it.text).join('\n'));
        places.set(`d${i}.ts`, { file: dashboard.file, lines });
      });
    return places.size === 0 ? [] : compile(work, packages, places);
  } finally {
    fs.rmSync(work, { recursive: true });
  }
};

/** One line for each piece, so that a message of the compiler tells which piece is meant. */
function source({ first, second, panels }) {
  const lines = [];
  const add = (what, type, value) =>
    lines.push({ what, text: `{ const it: ${type} = ${JSON.stringify(value)}; void it; }` });
  if (second) {
    add('dashboard', 'Plain<Spec>', second);
  } else {
    const { panels: _, annotations, ...rest } = first;
    add('dashboard', 'Plain<Dashboard>', rest);
    (annotations?.list ?? []).forEach((it) => add(`annotation '${it.name}'`, 'Plain<Annotation>', it));
  }
  for (const panel of panels) {
    const what = `panel '${panel.title}'`;
    if (panel.type === 'row') {
      add(what, 'Plain<RowPanel>', { ...panel, panels: [] });
      continue;
    }
    if (!second) {
      add(what, 'Plain<Panel>', panel);
    }
    if (panel.libraryPanel) {
      continue;
    }
    const [, name, hasFields] = PANELS[panel.type];
    add(`${what} options`, `Some<${name}.Options>`, panel.options);
    const { defaults = {}, overrides = [] } = panel.fieldConfig ?? {};
    const custom = hasFields ? `Some<${name}.FieldConfig>` : '{}';
    add(`${what} defaults`, custom, defaults.custom ?? {});
    for (const override of overrides) {
      const fields = {};
      const ofKind = {};
      for (const { id, value } of override.properties) {
        (id.startsWith('custom.') ? ofKind : fields)[id.replace('custom.', '')] = value;
      }
      add(`${what} override '${override.matcher.options}'`, 'Some<FieldConfig>', fields);
      add(`${what} override '${override.matcher.options}'`, custom, ofKind);
    }
  }
  return lines;
}

function compile(work, packages, places) {
  const options = {
    strict: true,
    noEmit: true,
    module: 'nodenext',
    moduleResolution: 'nodenext',
    skipLibCheck: true,
    types: [],
  };
  fs.writeFileSync(
    path.join(work, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: options, include: ['src'] })
  );
  const compiler = path.join(path.dirname(packages.resolve('typescript/package.json')), 'bin', 'tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, '--pretty', 'false'], {
    cwd: work,
    encoding: 'utf8',
  });
  if (stderr) {
    throw new Error(stderr);
  }
  const head = HEAD.split('\n').length - 1;
  return stdout
    .split('\n')
    .filter((line) => line && !line.startsWith(' '))
    .map((line) => {
      const [, name, number, message] = line.match(/^src\/(d\d+\.ts)\((\d+),\d+\): (.*)$/) ?? [];
      if (!name || number <= head) {
        throw new Error(line);
      }
      const { file, lines } = places.get(name);
      return `${file}: ${lines[number - head - 1].what}: ${message}`;
    });
}
