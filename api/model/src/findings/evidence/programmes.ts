import type { MetricId } from '../../metrics/index.ts';
import { isDimension, type Dimension } from '../../vocabulary/index.ts';
import {
  addDays,
  initiativeEffect,
  type Initiative,
  type InitiativeFinding,
  type PanelSource,
  type Theme,
} from '../initiatives/index.ts';
import { figure, type Asked } from './figures.ts';

/** Days before and after the start that tell what was done. */
const LOOKED = 60;
/** Points by which the share of fast orders rises, at least, where fast delivery was rolled out. */
const FASTER_ORDERS = 0.2;
/** What is left, at most, of the time to a first answer where service was made faster. */
const FASTER_ANSWERS = 0.75;

const afterSales = new Set<string>(['TOPIC', 'RETURN_REASON', 'RETURN_KIND', 'COMPENSATION_FORM']);
const ofDesk = new Set<string>(['CHANNEL', 'TEAM', 'AGENT', 'HANDLED_BY']);
const none = { en: '', zh: '' };

async function aroundStart(
  asked: Asked,
  metric: MetricId,
  initiative: Initiative,
  also: { dimension: Dimension; in: string[] }[] = [],
) {
  const start = initiative.startsOn ?? asked.asOf;
  const scope = { dimension: initiative.scopeDimension as Dimension, in: initiative.scopeValues };
  const over = (from: string, to: string) =>
    figure(asked, metric, { label: none, where: [scope, ...also], period: { from, to } });
  const before = await over(addDays(start, -LOOKED), addDays(start, -1));
  const after = await over(start, addDays(start, LOOKED - 1));
  return [before.point?.value ?? null, after.point?.value ?? null] as const;
}

async function broughtFastOrders(asked: Asked, initiative: Initiative): Promise<boolean> {
  const [allBefore, allAfter] = await aroundStart(asked, 'ORDERS', initiative);
  const fast = [{ dimension: 'SERVICE_LEVEL' as const, in: ['same_day', 'next_day'] }];
  const [before, after] = await aroundStart(asked, 'ORDERS', initiative, fast);
  return !!allBefore && !!allAfter && (after ?? 0) / allAfter - (before ?? 0) / allBefore >= FASTER_ORDERS;
}

async function broughtFastAnswers(asked: Asked, initiative: Initiative): Promise<boolean> {
  const [before, after] = await aroundStart(asked, 'FIRST_RESPONSE_MINUTES_P50', initiative);
  return before !== null && after !== null && after <= FASTER_ANSWERS * before;
}

/** What kind of programme it is: as written down, else as the days around its start tell. */
export async function themeOf(asked: Asked, initiative: Initiative): Promise<Theme> {
  const { theme, scopeDimension, startsOn } = initiative;
  if (theme) return theme;
  if (!startsOn || !scopeDimension || !isDimension(scopeDimension)) return 'OTHER';
  if (afterSales.has(scopeDimension)) return 'AFTER_SALES';
  if (ofDesk.has(scopeDimension)) return (await broughtFastAnswers(asked, initiative)) ? 'FASTER_SERVICE' : 'OTHER';
  if (scopeDimension !== 'REGION' && scopeDimension !== 'CARRIER') return 'OTHER';
  return (await broughtFastOrders(asked, initiative)) ? 'FAST_DELIVERY' : 'OTHER';
}

export interface Themed {
  initiative: Initiative;
  theme: Theme;
}

export async function themed(asked: Asked): Promise<Themed[]> {
  const found: Themed[] = [];
  for (const initiative of asked.initiatives) found.push({ initiative, theme: await themeOf(asked, initiative) });
  return found;
}

/** What it did to a metric, whatever it set out to move. */
export function effectOn(
  { reading, initiatives }: Asked,
  initiative: Initiative,
  metric: MetricId,
  { source, within = [] }: { source?: PanelSource; within?: Initiative['within'] } = {},
): Promise<InitiativeFinding> {
  const looked: Initiative = {
    ...initiative,
    within: [...initiative.within, ...within],
    // What it claims of its own metric says nothing of another.
    expected: initiative.metric === metric ? initiative.expected : null,
  };
  return initiativeEffect(reading, { initiative: looked, others: initiatives, metric, ...(source ? { source } : {}) });
}
