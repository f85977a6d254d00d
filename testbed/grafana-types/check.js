// Prints what is wrong with the dashboards of a folder, a line each.
'use strict';

const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');

const [install, folder] = process.argv.slice(2).map((name) => path.resolve(name));
const packages = createRequire(path.join(install, 'package.json'));

const dashboards = [];
for (const file of fs.readdirSync(folder, { recursive: true }).sort()) {
  if (file.endsWith('.json')) {
    const json = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
    if (json.apiVersion === 'dashboard.grafana.app/v2') {
      dashboards.push({ file, second: json.spec, panels: elements(json.spec) });
    } else if (json.apiVersion?.startsWith('dashboard.grafana.app/')) {
      dashboards.push({ file, first: json.spec, panels: nested(json.spec.panels) });
    } else if (json.schemaVersion) {
      dashboards.push({ file, first: json, panels: nested(json.panels) });
    }
  }
}

/** The panels of the classic model, those of closed rows included. */
function nested(panels) {
  return panels.flatMap((panel) => [panel, ...nested(panel.panels ?? [])]);
}

/** The panels of the second model that stand in it, with the parts named as in the classic one. */
function elements(spec) {
  const panels = Object.values(spec.elements).filter(({ kind }) => kind === 'Panel');
  return panels.map(({ spec: panel }) => ({
    title: panel.title,
    type: panel.vizConfig.group,
    options: panel.vizConfig.spec.options,
    fieldConfig: panel.vizConfig.spec.fieldConfig,
    transformations: panel.data.spec.transformations.map((it) => ({
      id: it.group,
      options: it.spec.options,
    })),
    targets: panel.data.spec.queries.map((it) => ({ refId: it.spec.refId })),
  }));
}

(async () => {
  const problems = [
    ...require('./types').check(dashboards, install, packages),
    ...(await require('./lists').check(dashboards, packages)),
  ];
  problems.forEach((problem) => console.log(problem));
  console.error(`${dashboards.length} dashboards`);
})();
