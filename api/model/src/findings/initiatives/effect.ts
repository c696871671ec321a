import { catalogue, metricHead, type MetricDefinition, type Period } from '../../metrics/index.ts';
import { isDimension, type Dimension } from '../../vocabulary/index.ts';
import { chooseControls, LEAST_CONTROLS, meanwhile, overlapsOf } from './controls.ts';
import { addDays, lastLookedAt, stretchesAfter, stretchesBefore, STRETCH, type Stretch } from './days.ts';
import type { Initiative, Reached } from './definition.ts';
import type { InitiativeFinding, UnknownReason } from './finding.ts';
import { look, mattersOf, type Looked } from './horizon.ts';
import { readPanel, type Panel, type PanelRequest, type Reading } from './panel.ts';
import { preTrendOf } from './pre-trend.ts';
import { returnOf } from './return.ts';
import { stateOf, type State } from './state.ts';
import { controlGroups, trendOf } from './told.ts';
import { remedyOf, sentenceOf, unknownSentence } from './words.ts';

/** Kinds whose figure does not grow with the size of the group. */
const comparable: ReadonlySet<MetricDefinition['kind']> = new Set([
  'RATIO', 'RATE', 'MEAN', 'INDEX', 'PERCENTILE', 'REPURCHASE', 'RETENTION', 'DEPTH', 'CUSTOMER_SHARE', 'REPEAT',
]); // prettier-ignore

export interface EffectRequest {
  initiative: Initiative;
  /** All programmes of the shop: those that meet it are named, and not compared with. */
  others: readonly Initiative[];
  /** Another metric than the one it names. */
  metric?: string | null;
  /** Where figures come from that no metric is cut by; without it from the metric itself. */
  source?: PanelSource;
}

/** Figures of a metric's kind by groups and stretches, read in a way of its own. */
export type PanelSource = (reading: Reading, asked: PanelRequest, stretches: Stretch[]) => Promise<Panel | null>;

const definitionOf = (id: string | null): MetricDefinition | undefined => catalogue.find((one) => one.id === id);

function nothingYet(initiative: Initiative, definition: MetricDefinition | undefined, state: State): InitiativeFinding {
  return {
    initiative,
    metric: definition ? metricHead(definition.id, initiative.currency) : null,
    verdict: 'CANNOT_TELL',
    reason: null,
    better: null,
    sentence: { en: '', zh: '' },
    remedy: null,
    horizons: [],
    matters: null,
    claimed: initiative.expected !== null,
    reached: [],
    controls: [],
    leftOut: [],
    overlaps: [],
    preTrend: { verdict: 'UNKNOWN', drift: null, interval: null },
    trend: [],
    money: null,
    ...state,
  };
}

function refused(base: InitiativeFinding, reason: UnknownReason, last: string | null = null): InitiativeFinding {
  const names = base.overlaps.map(({ code }) => code).join(', ');
  const horizon = base.horizons[0] ?? null;
  return {
    ...base,
    verdict: 'CANNOT_TELL',
    better: null,
    reason,
    sentence: unknownSentence(base.initiative, reason),
    remedy: remedyOf(reason, { horizon, names, last }),
  };
}

/** Why nothing can be looked at, before any figure is read. */
function hindrance(
  { startsOn, scopeDimension, scopeValues }: Initiative,
  definition: MetricDefinition | undefined,
  { asOf, free }: { asOf: string | null; free: boolean },
): UnknownReason | null {
  if (!definition) return 'NO_METRIC';
  if (!comparable.has(definition.kind)) return 'UNSUITED_METRIC';
  if (!startsOn) return 'NO_START';
  if (scopeDimension === null || scopeValues.length === 0) return 'NO_SCOPE';
  if (!isDimension(scopeDimension) || !(free || definition.dimensions.includes(scopeDimension)))
    return 'FOREIGN_DIMENSION';
  if (asOf === null || startsOn > asOf) return 'NOT_STARTED';
  return null;
}

const better = (definition: MetricDefinition, effect: number | null): boolean | null =>
  effect === null || definition.polarity === 'NEUTRAL'
    ? null
    : effect > 0 === (definition.polarity === 'HIGHER_IS_BETTER');

/** Why an estimate that could be made must not be taken at its word. */
function doubt(finding: InitiativeFinding, [whole]: Looked[]): UnknownReason | null {
  if (finding.overlaps.length > 0) return 'OVERLAP';
  if (finding.controls.length < LEAST_CONTROLS) return 'NO_CONTROLS';
  if (!whole?.found) return 'SMALL_SAMPLE';
  if (finding.preTrend.verdict === 'DIVERGING') return 'PRE_TREND';
  return whole.horizon.verdict === 'CANNOT_TELL' ? 'SMALL_SAMPLE' : null;
}

function judged(finding: InitiativeFinding, looked: Looked[], definition: MetricDefinition): InitiativeFinding {
  const reason = doubt(finding, looked);
  const [whole] = looked;
  if (reason || !whole || !finding.metric) return refused(finding, reason ?? 'SMALL_SAMPLE');
  const { verdict, effect } = whole.horizon;
  const known = { ...finding, verdict, better: verdict === 'EFFECT' ? better(definition, effect) : null };
  return { ...known, sentence: sentenceOf(finding.initiative, finding.metric, known, whole.horizon) };
}

interface Study {
  reached: Reached;
  definition: MetricDefinition;
  others: readonly Initiative[];
  last: string;
}

function studied(base: InitiativeFinding, panel: Panel, { reached, definition, others, last }: Study) {
  const { stretches, groups } = panel;
  const days: Period = { from: stretches[0]?.from ?? reached.startsOn, to: last };
  const met = meanwhile(reached, others, days);
  const isReached = groups.filter(({ code }) => reached.scopeValues.includes(code));
  const seen = (index: number) => isReached.some(({ cells }) => cells[index] !== null);
  const windows = {
    before: stretches.flatMap(({ offset }, index) => (offset < 0 && seen(index) ? [index] : [])),
    after: stretches.flatMap(({ offset }, index) => (offset >= 0 ? [index] : [])),
  };
  const chosen = chooseControls(groups, reached, met, windows);
  const looked = look({
    sides: chosen,
    stretches,
    before: windows.before,
    start: reached.startsOn,
    last,
    maturesAfter: definition.maturesAfterDays,
    claim: reached,
  });
  const finding: InitiativeFinding = {
    ...base,
    metric: panel.head,
    horizons: looked.map(({ horizon }) => horizon),
    matters: looked[0]?.found ? mattersOf(reached, looked[0].found) : null,
    reached: controlGroups(chosen.treated, windows),
    controls: controlGroups(chosen.controls, windows),
    leftOut: chosen.leftOut,
    overlaps: overlapsOf(reached, met),
    preTrend: preTrendOf(chosen, stretches, windows.before),
    trend: trendOf(chosen, stretches, windows),
  };
  if (chosen.treated.length === 0) return refused(finding, 'NO_TREATED');
  if (windows.before.length === 0) return refused(finding, 'NO_PRE_PERIOD');
  return judged(finding, looked, definition);
}

/** Did it work? The change of the groups it reached against the change of others in the same days. */
export async function initiativeEffect(
  reading: Reading,
  { initiative, others, metric, source }: EffectRequest,
): Promise<InitiativeFinding> {
  const state = await stateOf(reading.db, initiative.shop);
  const definition = definitionOf(metric ?? initiative.metric);
  const base = nothingYet(initiative, definition, state);
  const hindered = hindrance(initiative, definition, { asOf: state.asOf, free: source !== undefined });
  if (hindered || !definition || state.asOf === null) return refused(base, hindered ?? 'NO_METRIC');
  const reached = initiative as Reached;
  const known = addDays(state.asOf, -definition.maturesAfterDays);
  const last = [known, reached.endsOn ?? known, lastLookedAt(reached.startsOn)].toSorted()[0] ?? known;
  if (last < reached.startsOn)
    return refused(base, 'WAITING', addDays(reached.startsOn, STRETCH - 1 + definition.maturesAfterDays));
  const asked: PanelRequest = {
    metric: definition.id,
    dimension: reached.scopeDimension,
    where: [
      { dimension: 'SHOP', in: [reached.shop] },
      ...reached.within.map(({ dimension, values }) => ({ dimension: dimension as Dimension, in: values })),
    ],
  };
  const stretches = [...stretchesBefore(reached.startsOn), ...stretchesAfter(reached.startsOn, last)];
  const panel = await (source ?? readPanel)(reading, asked, stretches);
  if (!panel) return refused(base, 'NO_TREATED');
  const finding = studied(base, panel, { reached, definition, others, last });
  const [whole] = finding.horizons;
  const money = whole ? await returnOf(reading, asked, reached, whole, definition) : null;
  return { ...finding, money };
}
