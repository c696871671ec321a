import { printedSchema } from '@rapport/api';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiOf, roles, type Role, type SeededApi } from './client.ts';
import { livedShop } from './lived-shop.ts';

const schema = buildSchema(printedSchema());

/** What an executive may read. Whatever is not here, a new field among it, must be refused. */
const aggregates = new Set([
  'Viewer',
  'Shop',
  'LocalizedText',
  'Money',
  'Period',
  'PageInfo',
  'DimensionValue',
  'DimensionOption',
  'MetricDefinition',
  'MetricTarget',
  'MetricAnswer',
  'MetricSeries',
  'MetricHead',
  'MetricPoint',
  'MetricComparison',
  'MetricExplain',
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
  'figureChanges',
  'dimensionValues',
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

function literal(type: GraphQLInputType): string {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]!.name;
  if (isInputObjectType(named)) {
    const required = Object.values(named.getFields()).filter(
      (field) => isNonNullType(field.type) && field.defaultValue === undefined,
    );
    return `{${required.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')}}`;
  }
  if (isScalarType(named) && named.name === 'LocalDate') return '"2025-01-05"';
  if (isScalarType(named) && named.name === 'DateTime') return '"2025-01-05T08:00:00Z"';
  return named.name === 'Int' ? '1' : '"x"';
}

const listed = (type: GraphQLInputType): string =>
  String(type).startsWith('[') ? `[${literal(type)}]` : literal(type);
const needed = (arg: GraphQLArgument): boolean => isNonNullType(arg.type) && arg.defaultValue === undefined;

function call(field: GraphQLField<unknown, unknown>, below: string): string {
  const args = field.args.filter(needed).map((arg) => `${arg.name}: ${listed(arg.type)}`);
  return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${below}`;
}

interface Walked {
  path: string;
  query: string;
  root: string;
  types: string[];
}

/** A query to every field of the schema by its shortest way from the root. */
function everyField(): Walked[] {
  const walked: Walked[] = [];
  const seen = new Set<string>();
  let frontier = [
    { type: schema.getQueryType()!, wrap: (below: string) => below, root: '', types: [] as string[] },
    { type: schema.getMutationType()!, wrap: (below: string) => `mutation ${below}`, root: '', types: [] as string[] },
  ];
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const { type, wrap, root, types } of frontier) {
      for (const field of Object.values(type.getFields())) {
        const target = getNamedType(field.type);
        const isObject = isObjectType(target);
        const path = `${type.name}.${field.name}`;
        const passed = isObject ? [...types, target.name] : types;
        walked.push({
          path,
          root: root || field.name,
          types: passed,
          query: wrap(`{ ${call(field, isObject ? ' { __typename }' : '')} }`),
        });
        if (!isObject || seen.has(target.name)) continue;
        seen.add(target.name);
        next.push({
          type: target as GraphQLObjectType,
          root: root || field.name,
          types: passed,
          wrap: (below) => wrap(`{ ${call(field, ` ${below}`)} }`),
        });
      }
    }
    frontier = next;
  }
  return walked;
}

/** What only operators may read or have done; whatever a mutation answers with is among it. */
const ofOperators = new Set(['auditLog', ...Object.keys(schema.getMutationType()!.getFields())]);

const mayAsk = (role: Role, { root, types, path }: Walked): boolean =>
  role === 'operator' ||
  (role === 'analyst' && !ofOperators.has(root)) ||
  (aggregateRoots.has(root) && types.every((type) => aggregates.has(type)) && !ofPersons.has(path));

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

test('forbidden and absent cannot be told apart', async () => {
  const replies = await Promise.all(
    [
      '{ orders { totalCount } }',
      '{ nothing { totalCount } }',
      '{ viewer { name secret } }',
      '{ __schema { types { name } } }',
      '{ __type(name: "Order") { name } }',
    ].map((query) => api.ask('executive', query)),
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
