/**
 * The rungs of the house, held by dependency-cruiser (`npm run check:layers`).
 * A folder imports only from folders on rungs below its own; siblings on one rung never import each other.
 */
const rungs = {
  shared: [['model'], ['geo'], ['measures'], ['balance', 'comp', 'kpi'], ['plan'], ['io', 'bridge']],
  renderer: [
    ['host', 'persistence', 'workers', 'palette'],
    ['state'],
    ['map', 'ui', 'charts'],
    ['features'],
    ['app'],
  ],
  electron: [
    ['host', 'export'],
    ['desktop', 'loopback', 'headless'],
  ],
};

/** The libraries that only one folder may import, so that replacing one touches one folder. */
const doors = {
  '^dexie': '^renderer/persistence/',
  '^comlink': '^renderer/workers/',
  '^(leaflet|@geoman-io)': '^renderer/map/',
  '^exceljs': '^electron/export/',
  '^hyparquet-writer': '^electron/export/',
  '^pptxgenjs': '^electron/export/',
  '^electron$': '^electron/desktop/',
  '^recharts': '^renderer/charts/',
  '^papaparse': '^shared/io/',
  '^hucre': '^shared/io/',
  '^mathjs': '^shared/io/import/measureFormula[.]ts$',
};

const rungRules = Object.entries(rungs).flatMap(([layer, levels]) =>
  levels.flatMap((folders, level) =>
    folders.map((folder) => {
      const forbidden = levels
        .slice(level)
        .flat()
        .filter((other) => other !== folder);
      return {
        name: `${layer}/${folder} looks only down`,
        severity: 'error',
        from: { path: `^${layer}/${folder}/` },
        to: { path: `^${layer}/(${forbidden.join('|') || 'nothing-above'})/` },
      };
    }),
  ),
);

const siblingFeatures = {
  name: 'features are siblings',
  severity: 'error',
  from: { path: '^renderer/features/([^/]+)/' },
  to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
};

const doorRules = Object.entries(doors).map(([library, folder]) => ({
  name: `${library} has one door`,
  severity: 'error',
  from: { pathNot: folder },
  to: { path: `node_modules/${library.replace('^', '')}` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no orphan imports', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'shared sees nobody',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(renderer|electron|tests|assets)/' },
    },
    {
      name: 'shared is pure',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer never sees electron',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|tests)/' },
    },
    {
      name: 'electron never sees renderer',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^(renderer|tests)/' },
    },
    siblingFeatures,
    ...rungRules,
    ...doorRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: require('node:path').join(__dirname, '../../renderer/tsconfig.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
