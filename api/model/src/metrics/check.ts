import { orders, type Fact } from './facts.ts';
import { unproven } from './feeds/needs.ts';
import { isDay } from './planner/calendar.ts';
import { checkRipening } from './maturity/check-ripening.ts';
import { checkVersions } from './versions/check-versions.ts';
import {
  countsCustomers,
  DEEPEST,
  followsFirstOrder,
  isShare,
  withinOf,
  type MetricDeclaration,
  type MetricUnit,
} from './grammar.ts';

/** A declaration that cannot stand: names the metric, the key and the remedy. */
export class MetricDeclarationError extends Error {
  constructor(
    readonly metric: string,
    readonly key: string,
    problem: string,
  ) {
    super(`Metric ${metric}: ${key} ${problem}`);
    this.name = 'MetricDeclarationError';
  }
}

type Check = [key: string, holds: boolean, problem: string];
const texts = ['title', 'description', 'numerator', 'denominator'] as const;
const han = /\p{Script=Han}/u;

/** A number by itself, out of nothing. */
const isPlain = (metric: MetricDeclaration): boolean =>
  ['count', 'sum', 'distinct', 'customers'].includes(metric.kind) || (metric.kind === 'stock' && !metric.whole);

function wording(metric: MetricDeclaration): Check[] {
  const checks: Check[] = [];
  for (const key of texts) {
    const text = metric[key];
    if (!text) continue;
    checks.push([`${key}.en`, text.en.trim() !== '', 'is empty: write the English text.']);
    checks.push([`${key}.zh`, han.test(text.zh), 'has no Chinese text: write it.']);
  }
  metric.notes?.forEach((note, index) => {
    checks.push([`notes[${index}]`, note.en.trim() !== '' && han.test(note.zh), 'must be written in both languages.']);
  });
  const over = !isPlain(metric);
  checks.push([
    'denominator',
    over === (metric.denominator !== undefined),
    over ? 'is missing: say out of what.' : 'is given, but this kind has none.',
  ]);
  return checks;
}

const isCount = (value: number): boolean => Number.isInteger(value) && value > 0;

function kindChecks(metric: MetricDeclaration): Check[] {
  switch (metric.kind) {
    case 'percentile':
      return [['at', metric.at > 0 && metric.at < 1, 'must lie between 0 and 1, both excluded.']];
    case 'repurchase':
      return [['withinDays', isCount(metric.withinDays), 'must be a whole number of days above 0.']];
    case 'retention':
      return [['month', isCount(metric.month), 'must be a whole number of months above 0.']];
    case 'depth':
      return [
        ['orders', isCount(metric.orders) && metric.orders > 1, 'must be a whole number above 1: everybody has one.'],
        ['orders', metric.orders <= DEEPEST, `must be at most ${DEEPEST}: the rollup tells no more apart.`],
      ];
    case 'survival':
      return [['byDay', isCount(metric.byDay), 'must be a whole number of days above 0.']];
    case 'distinct':
    case 'repeat':
      return [['clock', metric.clock === 'order', "must be 'order' for customers."]];
    case 'ratio': {
      const whole = metric.whole !== 'every row' && 'each' in metric.whole;
      const part = metric.part !== 'every row' && 'each' in metric.part;
      return [
        [
          'part',
          whole || !part,
          'counts several a row, so it is no share of rows: declare a rate, or count what holds.',
        ],
      ];
    }
    case 'mean': {
      const several = metric.whole !== 'every row' && 'each' in metric.whole;
      const problem = 'are missing: where a row brings several values, its sum says nothing of their spread.';
      return [['amount.squares', !several || metric.amount.squares !== undefined, problem]];
    }
    case 'across':
      return [
        ['per.clock', Object.hasOwn(metric.per.fact.clocks, metric.per.clock), noClock(metric.per.fact)],
        [
          'per.fact',
          metric.per.fact !== metric.fact || metric.per.clock !== metric.clock,
          'is the same as the fact: declare a ratio or a rate.',
        ],
      ];
    case 'stock': {
      const isAmount = metric.unit.name === 'MONEY' && !metric.whole;
      return [
        [
          'things',
          isAmount === (metric.things !== undefined),
          'belong to a level of money, which has no other sample.',
        ],
      ];
    }
    case 'count':
    case 'sum':
    case 'rate':
    case 'index':
    case 'customers':
    case 'customer_share':
    case 'per_customer':
      return [];
  }
}

const noClock = ({ name, clocks }: Fact): string => `is none of ${name}: ${Object.keys(clocks).join(', ')}.`;

/** Rows, days and customers that the kind needs, the fact must have. */
function sources(metric: MetricDeclaration): Check[] {
  const { fact } = metric;
  const facts = metric.kind === 'across' ? [fact, metric.per.fact] : [fact];
  const single = withinOf(metric).filter((name) => !fact.dimensions[name]?.money);
  const ofOrders = ['distinct', 'repeat'].includes(metric.kind) || followsFirstOrder(metric);
  return [
    ['clock', Object.hasOwn(fact.clocks, metric.clock), noClock(fact)],
    [
      'clock',
      followsFirstOrder(metric) === (metric.clock === 'firstOrder'),
      "'firstOrder' belongs to the kinds that follow first-time customers, and to them only.",
    ],
    [
      'needs',
      !ofOrders || unproven(metric).length === 0,
      'are more than the chains prove: rollups of customers cannot leave shops out.',
    ],
    ['needs', !metric.needs?.some((name) => fact.feeds.includes(name)), 'repeat what the fact needs anyway.'],
    ['fact', !ofOrders || fact === orders, `must be orders: ${metric.kind} follows their chains; take another kind.`],
    [
      'fact',
      !countsCustomers(metric) || fact.customer !== undefined,
      `has no customers behind its rows (${fact.name}).`,
    ],
    ['fact', facts.every(({ dimensions }) => dimensions.SHOP), 'must carry SHOP, so that a shop can be asked alone.'],
    [
      'amount.within',
      single.length === 0,
      `names ${single.join(', ')}, of which ${fact.name} have one value or no money of its own: leave it out.`,
    ],
  ];
}

const shares: ReadonlySet<MetricUnit> = new Set(['PERCENT', 'PER_10K']);

function units(metric: MetricDeclaration): Check[] {
  const { name } = metric.unit;
  const checks: Check[] = [
    ['unit', (metric.kind === 'index') === (name === 'INDEX'), 'INDEX belongs to the kind index, and only to it.'],
  ];
  if (metric.kind === 'rate' || metric.kind === 'across' || metric.kind === 'stock') return checks;
  if (metric.kind === 'survival')
    return [...checks, ['unit', name === 'PERCENT', 'must be percent: it is a share of the customers.']];
  return [...checks, ['unit', isShare(metric) === shares.has(name), 'must be percent for shares and only for shares.']];
}

function figures(metric: MetricDeclaration): Check[] {
  const bound = metric.target && ('atLeast' in metric.target ? metric.target.atLeast : metric.target.atMost);
  return [
    ['id', /^[A-Z][A-Z0-9_]*$/.test(metric.id), 'must be upper snake case.'],
    ['version', Number.isInteger(metric.version) && metric.version >= 1, 'must be a whole number from 1.'],
    ['since', isDay(metric.since), 'must be a day of the calendar, YYYY-MM-DD.'],
    ['owner', metric.owner.trim() !== '', 'is empty: name who answers for it.'],
    [
      'unit.decimals',
      Number.isInteger(metric.unit.decimals) && metric.unit.decimals >= 0,
      'must be a whole number from 0.',
    ],
    ['minSample', Number.isInteger(metric.minSample) && metric.minSample >= 1, 'must be a whole number from 1.'],
    [
      'maturesAfterDays',
      Number.isInteger(metric.maturesAfterDays) && metric.maturesAfterDays >= 0,
      'must be a whole number from 0.',
    ],
    [
      'target',
      bound === undefined || metric.unit.name !== 'PERCENT' || !isShare(metric) || (bound >= 0 && bound <= 1),
      'of a share lies in 0..1.',
    ],
    [
      'better',
      metric.target === undefined || metric.better === ('atLeast' in metric.target ? 'higher' : 'lower'),
      'contradicts the target.',
    ],
  ];
}

/** Every declaration holds, and no id is used twice. Throws at the first key that does not. */
export function checkCatalogue<M extends MetricDeclaration>(declared: readonly M[]): readonly M[] {
  const seen = new Set<string>();
  for (const metric of declared) {
    const checks: Check[] = [
      ...figures(metric),
      ...wording(metric),
      ...sources(metric),
      ...units(metric),
      ...kindChecks(metric),
      ...checkVersions(metric),
      ...checkRipening(metric),
      ['id', !seen.has(metric.id), 'is used twice.'],
    ];
    const broken = checks.find(([, holds]) => !holds);
    if (broken) throw new MetricDeclarationError(metric.id, broken[0], broken[2]);
    seen.add(metric.id);
  }
  return declared;
}
