import { isObjectType, type GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiOf, roles, type Role, type SeededApi } from './client.ts';
import { everyField, schema, type Walked } from './every-field.ts';
import { livedShop } from './lived-shop.ts';

/** What an executive may read. Whatever is not here, a new field among it, must be refused. */
const aggregates = new Set([
  'Viewer',
  'AccessScope',
  'Shop',
  'LocalizedText',
  'Money',
  'Period',
  'PageInfo',
  'DimensionValue',
  'DimensionOption',
  'DimensionDefinition',
  'MetricDefinition',
  'MetricSource',
  'MetricTarget',
  'MetricAnswer',
  'CohortRetention',
  'Cohort',
  'RetentionCell',
  'Survival',
  'SurvivalCurve',
  'SurvivalStep',
  'StillAtRisk',
  'MetricSeries',
  'MetricHead',
  'MetricPoint',
  'CompletedEstimate',
  'MetricVersion',
  'VersionComparison',
  'VersionPoint',
  'VersionFigure',
  'VersionDifference',
  'VersionChange',
  'MetricComparison',
  'MetricExplain',
  'RelationRead',
  'FigureChange',
  'FigureChangeEdge',
  'FigureChangeConnection',
  'PublishedFigure',
  'Interval',
  'DataHealth',
  'FeedHealth',
  'FeedFreshness',
  'FeedRunOutcome',
  'ReasonCount',
  'QuarantineReason',
  'PendingCount',
  'Oddity',
  'Lineage',
  'LineageRelation',
  'LineageFeed',
  'LineageSource',
  'LineageFile',
  'IngestionRun',
  'IngestionRunEdge',
  'IngestionRunConnection',
  'RunFeedCount',
  'SchemaDrift',
  'RunStage',
  'RunFile',
  'RunQuarantineReason',
  'RunError',
  'Code',
  'Figure',
  'Product',
  'ProductEdge',
  'ProductConnection',
  'Merchant',
  'MerchantEdge',
  'MerchantConnection',
  'Carrier',
  'Station',
  'StationEdge',
  'StationConnection',
  'Agent',
  'CategoryTransition',
  'JourneySteps',
  'JourneyStep',
  'JourneyStepEdge',
  'FunnelStep',
  'Backlog',
  'CompensationSpread',
  'TierMigration',
  'Rfm',
  'RfmSegment',
  'CalendarEvent',
  'ComparedEvent',
  'ComparableEvent',
  'MetricContribution',
  'ContributionCut',
  'ContributionSlice',
  'ContributionRest',
  'RefusedCut',
  'Initiative',
]);
/** Of those types, what is told of a person at work. */
const ofPersons = new Set(['Agent.hiredOn']);
const aggregateRoots = new Set([
  'viewer',
  'shops',
  'metricCatalog',
  'metrics',
  'cohortRetention',
  'survival',
  'metricVersions',
  'figureChanges',
  'dimensionValues',
  'dimensionCatalog',
  'dataHealth',
  'freshness',
  'lineage',
  'ingestionRuns',
  'ingestionRun',
  'products',
  'merchants',
  'carriers',
  'stations',
  'agents',
  'categoryTransitions',
  'journeySteps',
  'stepFunnel',
  'backlog',
  'compensationSpread',
  'tierMigration',
  'rfm',
  'calendarEvents',
  'comparableEvents',
  'metricContribution',
  'initiatives',
]);

/** What only operators may read or have done; whatever a mutation answers with is among it. */
const ofOperators = new Set([
  'auditLog',
  'auditIntegrity',
  'users',
  'apiKeys',
  ...Object.keys(schema.getMutationType()!.getFields()),
]);
/** What only stewards may have done, operators neither. */
const ofStewards = new Set(['revealContacts']);
/** What answers from the rows of a lead's scope alone; all else is refused to them. */
const scopedRoots = new Set([
  'viewer',
  'metricCatalog',
  'metrics',
  'metricRows',
  'orders',
  'order',
  'shipments',
  'serviceCases',
  'serviceCase',
  'returns',
  'compensations',
]);
const scopedTypes = new Set([
  'Viewer',
  'AccessScope',
  'LocalizedText',
  'Money',
  'Period',
  'PageInfo',
  'Code',
  'DimensionValue',
  'DimensionDefinition',
  'MetricDefinition',
  'MetricSource',
  'MetricTarget',
  'MetricVersion',
  'MetricAnswer',
  'MetricSeries',
  'MetricHead',
  'MetricPoint',
  'MetricComparison',
  'MetricExplain',
  'ComparedEvent',
  'CompletedEstimate',
  'Interval',
  'RelationRead',
  'MetricRow',
  'MetricRowEdge',
  'MetricRowConnection',
  ...['Order', 'Shipment', 'ServiceCase', 'Return', 'Compensation'].flatMap((name) => [
    name,
    `${name}Edge`,
    `${name}Connection`,
  ]),
  'OrderItem',
  'Payment',
  'TrackingEvent',
  'CaseEvent',
]);

const isAggregate = ({ root, types, path }: Walked): boolean =>
  aggregateRoots.has(root) && types.every((type) => aggregates.has(type)) && !ofPersons.has(path);

const rules: Record<Role, (field: Walked) => boolean> = {
  executive: isAggregate,
  analyst: ({ root }) => !ofOperators.has(root),
  lead: ({ root, types }) => scopedRoots.has(root) && types.every((type) => scopedTypes.has(type)),
  steward: ({ root }) => !ofOperators.has(root) || ofStewards.has(root),
  operator: ({ root }) => !ofStewards.has(root),
};
const mayAsk = (role: Role, field: Walked): boolean => rules[role](field);

let api: SeededApi;
beforeAll(async () => {
  api = await apiOf(livedShop());
});
afterAll(() => api.close());

const fields = everyField();

test('the walk reaches every field of every type', () => {
  const all = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) => Object.keys((type as GraphQLObjectType).getFields()).map((field) => `${type.name}.${field}`));
  expect(new Set(fields.map(({ path }) => path))).toEqual(new Set(all));
  expect(all.length).toBeGreaterThan(200);
});

test.each(roles)('as %s every field answers or is refused, as its rule says', async (role) => {
  const wrong: string[] = [];
  for (const field of fields) {
    const { status, errors, data } = await api.ask(role, field.query);
    const refused = status === 403 && data === null && errors[0]?.extensions.code === 'FORBIDDEN';
    const answered = status === 200 && errors.length === 0;
    if (mayAsk(role, field) ? !answered : !refused) wrong.push(`${field.path}: ${status} ${errors[0]?.message ?? ''}`);
  }
  expect(wrong).toEqual([]);
});

test.each(['executive', 'lead'] as const)('as %s forbidden and absent cannot be told apart', async (role) => {
  const replies = await Promise.all(
    [
      '{ reviews { totalCount } }',
      '{ nothing { totalCount } }',
      '{ viewer { name secret } }',
      '{ __schema { types { name } } }',
      '{ __type(name: "Order") { name } }',
    ].map((query) => api.ask(role, query)),
  );
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([403]));
});

test('a forbidden field hidden in a fragment, behind a directive or in another operation is refused too', async () => {
  for (const query of [
    '{ ...f } fragment f on Query { orders { totalCount } }',
    '{ viewer { name } orders @include(if: false) { totalCount } }',
    '{ viewer { name } ... on Query { reviews { totalCount } } }',
  ]) {
    expect((await api.ask('executive', query)).status).toBe(403);
  }
});

test('a document that one role may send is still refused to another afterwards', async () => {
  const query = '{ customers { totalCount } }';
  expect((await api.ask('analyst', query)).status).toBe(200);
  expect((await api.ask('executive', query)).status).toBe(403);
  expect((await api.ask('analyst', query)).status).toBe(200);
});
