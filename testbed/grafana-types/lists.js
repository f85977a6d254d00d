// Looks up names in Grafana's own lists, and runs the transformations of tables.
'use strict';

/** Prefixes by which Grafana makes units of its own. */
const OWN_UNIT = /^(prefix|suffix|time|si|count|currency|bool):/;

exports.check = async (dashboards, packages) => {
  pretendToBeABrowser(packages);
  const lists = new Lists(packages('@grafana/data'));
  const problems = [];
  for (const { file, panels } of dashboards) {
    for (const panel of panels) {
      const found = [...lists.panel(panel), ...(await lists.table(panel))];
      problems.push(...found.map((problem) => `${file}: panel '${panel.title}': ${problem}`));
    }
  }
  return problems;
};

function pretendToBeABrowser(packages) {
  const { JSDOM } = packages('jsdom');
  const { window } = new JSDOM('', { url: 'http://localhost/' });
  for (const name of ['window', 'document', 'navigator', 'localStorage']) {
    const value = name === 'window' ? window : window[name];
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
}

class Lists {
  constructor(data) {
    this.data = data;
    this.units = new Set(data.getValueFormats().flatMap((it) => it.submenu.map((unit) => unit.value)));
    this.mappings = new Set(Object.values(data.MappingType));
    const steps = new Map(Object.values(data.standardTransformers).map((it) => [it.id, it]));
    data.standardTransformersRegistry.setInit(() =>
      [...steps.values()].map((it) => ({ id: it.id, name: it.name, transformation: async () => it }))
    );
  }

  *panel({ options = {}, fieldConfig = {}, transformations = [] }) {
    const { defaults = {}, overrides = [] } = fieldConfig;
    yield* this.fields(defaults);
    for (const { matcher, properties } of overrides) {
      yield* this.known('matcher', matcher.id, this.data.fieldMatchers);
      yield* this.fields(Object.fromEntries(properties.map(({ id, value }) => [id, value])));
    }
    yield* this.unit(options.yAxis?.unit);
    const reducers = this.data.fieldReducers;
    const calcs = [options.reduceOptions?.calcs, options.legend?.calcs].flatMap((it) => it ?? []);
    for (const step of transformations) {
      yield* this.known('transformation', step.id, this.data.standardTransformersRegistry);
      calcs.push(...(step.options.reducers ?? []));
    }
    for (const calc of calcs) {
      yield* this.known('reducer', calc, reducers);
    }
    const sortBy = options.legend?.sortBy;
    if (sortBy && !options.legend.calcs.some((calc) => reducers.getIfExists(calc)?.name === sortBy)) {
      yield `the legend is sorted by '${sortBy}', which is none of its columns`;
    }
  }

  *fields({ unit, color, mappings = [] }) {
    yield* this.unit(unit);
    if (color) {
      yield* this.known('color mode', color.mode, this.data.fieldColorModeRegistry);
    }
    for (const { type } of mappings) {
      if (!this.mappings.has(type)) {
        yield `no mapping is called '${type}'`;
      }
    }
  }

  *unit(id) {
    if (id !== undefined && !this.units.has(id) && !OWN_UNIT.test(id)) {
      yield `no unit is called '${id}'`;
    }
  }

  *known(what, id, registry) {
    if (!registry.getIfExists(id)) {
      yield `no ${what} is called '${id}'`;
    }
  }

  /** Results as the plugin for Prometheus makes them must come out as the columns in their order. */
  async table({ targets = [], transformations = [], fieldConfig }) {
    const organize = transformations.find((step) => step.id === 'organize')?.options;
    const declared = Object.keys(organize?.indexByName ?? {});
    if (transformations[0]?.id !== 'filterFieldsByName' || declared.length === 0) {
      return [];
    }
    const labels = declared.filter((name) => !/^Value( #|$)/.test(name));
    const frames = targets.map(({ refId }, i) => this.frame(refId, targets.length, labels, i));
    const [frame, ...more] = await this.transformed(transformations, frames);
    const columns = frame.fields.map((field) => this.data.getFieldDisplayName(field, frame));
    const expected = declared.map((name) => organize.renameByName[name] ?? name);
    const problems = [];
    if (more.length > 0 || JSON.stringify(columns) !== JSON.stringify(expected)) {
      problems.push(`the columns are ${columns}, and should be ${expected}`);
    }
    for (const [, name] of JSON.stringify(fieldConfig).matchAll(/\$\{__data\.fields\.(\w+)/g)) {
      if (!frame.fields.some((field) => field.name === name)) {
        problems.push(`a link reads '${name}', which is no column`);
      }
    }
    if (frame.length !== 2) {
      problems.push(`two rows of each query become ${frame.length} rows`);
    }
    return problems;
  }

  /** Two rows, which also have a label that nobody knows. */
  frame(refId, queries, labels, i) {
    const { FieldType, toDataFrame } = this.data;
    const text = (name) => ({ name, type: FieldType.string, values: [`${name}-1`, `${name}-2`] });
    const value = queries > 1 ? `Value #${refId}` : 'Value';
    return toDataFrame({
      refId,
      fields: [
        { name: 'Time', type: FieldType.time, values: [1000, 1000] },
        ...['__name__', ...labels].sort().map(text),
        { name: `unknown_${i}`, type: FieldType.string, values: ['x', 'y'] },
        { name: value, type: FieldType.number, values: [i, i + 1] },
      ],
    });
  }

  transformed(steps, frames) {
    const context = { interpolate: (text) => text };
    return new Promise((resolve, reject) =>
      this.data
        .transformDataFrame(steps, frames, context)
        .subscribe({ next: resolve, error: reject })
    );
  }
}
