/** The import rules of the house. Each is an error, and its comment is the reason. */
const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

const TESTS = '\\.test\\.tsx?$';

module.exports = {
  forbidden: [
    rule(
      'no-circles',
      'Two modules that need each other are one module, or share a third that has not been named yet.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'unresolvable',
      'An import that resolves to nothing fails at run time only; undeclared packages work by accident of hoisting.',
      {},
      { couldNotResolve: true },
    ),
    rule(
      'vocabulary-imports-nothing',
      'The words of the field are the floor of the house: everything may use them, they use nothing.',
      { path: '^api/model/src/vocabulary', pathNot: TESTS },
      { path: '^(api|etl|bin|dashboard|tests)/', pathNot: '^api/model/src/vocabulary' },
    ),
    rule(
      'schema-below-metrics',
      'Tables exist before what is measured on them; a migration that needs a metric could not run on its own.',
      { path: '^api/model/src/schema', pathNot: TESTS },
      { path: '^(api|etl|bin|dashboard|tests)/', pathNot: '^api/model/src/(schema|vocabulary)' },
    ),
    rule(
      'statistics-imports-nothing',
      'A formula has a source in a book and knows no shop: numbers in, numbers out.',
      { path: '^api/model/src/statistics', pathNot: TESTS },
      { path: '^(api|etl|bin|dashboard|tests)/', pathNot: '^api/model/src/statistics' },
    ),
    rule(
      'metrics-below-findings',
      'A finding is drawn from figures; a figure that needed a finding would be an opinion.',
      { path: '^api/model/src/metrics', pathNot: TESTS },
      { path: '^api/model/src/findings' },
    ),
    rule(
      'model-stands-alone',
      'Load and API share the model; if it knew either of them, neither could change without the other.',
      { path: '^api/model/', pathNot: TESTS },
      { path: '^(api/src|etl|bin|dashboard|tests)/' },
    ),
    rule(
      'model-has-no-http',
      'The model is used by the load, by tests and by notebooks: none of them is a web server.',
      { path: '^api/model/' },
      { path: 'node_modules/(fastify|@fastify|@apollo|@as-integrations|type-graphql|graphql)(/|$)' },
    ),
    rule(
      'model-through-its-doors',
      'Vocabulary, schema, its entities, statistics, metrics and findings are the doors of the model; what lies behind them may be rebuilt.',
      { path: '^(api/src|etl|bin|tests)/' },
      {
        path: '^api/model/src/(vocabulary|schema|statistics|metrics|findings)/',
        pathNot: '^api/model/src/(vocabulary|schema|schema/entities|statistics|metrics|findings)/index\\.ts$',
      },
    ),
    rule(
      'load-without-orm',
      'A load is sets in SQL; the ORM would be a fifth of the memory it may take.',
      { path: '^etl/' },
      { path: '^api/model/src/schema/entities/' },
    ),
    rule(
      'api-and-load-do-not-meet',
      'They run in different processes and meet only in the database; bin composes them.',
      { path: '^api/src/' },
      { path: '^(etl|bin|dashboard)/' },
    ),
    rule(
      'load-and-api-do-not-meet',
      'They run in different processes and meet only in the database; bin composes them.',
      { path: '^etl/' },
      { path: '^(api/src|bin|dashboard)/' },
    ),
    rule(
      'dashboard-imports-no-server-code',
      'Its one contract is the committed api/schema.graphql: labels, units and polarity arrive as data.',
      { path: '^dashboard/', pathNot: TESTS },
      { path: '^(api|etl|bin|tests)/' },
    ),
    rule(
      'modules-through-their-index',
      'A concept of the API shows the others what it offers in index.ts; its readers and loaders are its own.',
      { path: '^api/src/modules/([^/]+)/', pathNot: TESTS },
      { path: '^api/src/modules/([^/]+)/', pathNot: ['^api/src/modules/$1/', '^api/src/modules/[^/]+/index\\.ts$'] },
    ),
    rule(
      'platform-below-modules',
      'Connection, sign-in and limits serve every concept, so they may know none of them.',
      { path: '^api/src/platform/', pathNot: TESTS },
      { path: '^api/src/modules/' },
    ),
    rule(
      'sources-are-strangers',
      'A source is one shop system; what two of them share belongs to the kit.',
      { path: '^etl/src/sources/([^/]+)/' },
      { path: '^etl/src/sources/([^/]+)/', pathNot: '^etl/src/sources/$1/' },
    ),
    rule(
      'checker-knows-no-loader',
      'What checks the load reads files and tables by itself: a mistake in shared code would hide in both.',
      { path: '^tests/faults/matrix/check/', pathNot: TESTS },
      { path: '^(api|etl|bin|dashboard|tests)/', pathNot: '^tests/faults/matrix/check/' },
    ),
    rule(
      'kit-knows-no-source',
      'A shop adds its own source without touching the engine; an engine that knows one source knows too much.',
      { path: '^etl/src/kit/', pathNot: TESTS },
      { path: '^etl/src/(sources|demo)/' },
    ),
    rule(
      'charts-know-no-metric',
      'pages → metric → charts → format: a chart draws points, whatever they measure.',
      { path: '^dashboard/src/charts/', pathNot: TESTS },
      { path: '^dashboard/src/(pages|metric|card|shell|answer|api|gql)/' },
    ),
    rule(
      'format-knows-nobody',
      'pages → metric → charts → format: the formatter is law for all of them and depends on none.',
      { path: '^dashboard/src/format/', pathNot: TESTS },
      { path: '^dashboard/src/(pages|metric|card|charts|shell|answer|api|gql)/' },
    ),
    rule(
      'metric-below-pages',
      'pages → metric → charts → format: what reads answers does not know who shows them.',
      { path: '^dashboard/src/metric/', pathNot: TESTS },
      { path: '^dashboard/src/pages/' },
    ),
    rule(
      'pages-are-strangers',
      'A page may be removed without another one noticing; what two share is a card, a chart or a metric.',
      { path: '^dashboard/src/pages/([^/]+)/', pathNot: TESTS },
      { path: '^dashboard/src/pages/([^/]+)/', pathNot: '^dashboard/src/pages/$1/' },
    ),
    rule(
      'recharts-in-charts-only',
      'One place knows the chart library: 600 points, stable references, fixed heights are kept there.',
      { path: '^dashboard/src/', pathNot: '^dashboard/src/charts/' },
      { path: 'node_modules/recharts' },
    ),
    rule(
      'nothing-imports-tests',
      'What ships cannot depend on what only tests need.',
      { path: '^(api|etl|bin|dashboard)/', pathNot: TESTS },
      { path: '^tests/|node_modules/vitest' },
    ),
    rule(
      'browser-in-printing-only',
      'One place starts a browser: it leaves when idle, asks our own server alone, and is found or told to be missing there.',
      { path: '^(api|etl|bin|dashboard)/', pathNot: ['^bin/printing/', ...[TESTS].flat()] },
      { path: 'node_modules/(playwright-core|@sparticuz)' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|gql)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
