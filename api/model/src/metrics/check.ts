import { dimensions } from '../vocabulary/index.ts';
import type { MetricDeclaration } from './grammar.ts';

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
  const over = ['mean', 'ratio', 'repeat', 'repurchase', 'percentile'].includes(metric.kind);
  checks.push([
    'denominator',
    over === (metric.denominator !== undefined),
    over ? 'is missing: say out of what.' : 'is given, but this kind has none.',
  ]);
  return checks;
}

function amounts(metric: MetricDeclaration): Check[] {
  const checks: Check[] = [];
  if (metric.kind === 'percentile')
    checks.push(['at', metric.at > 0 && metric.at < 1, 'must lie between 0 and 1, both excluded.']);
  if (metric.kind === 'repurchase') {
    checks.push([
      'withinDays',
      Number.isInteger(metric.withinDays) && metric.withinDays > 0,
      'must be a whole number of days above 0.',
    ]);
    checks.push([
      'clock',
      metric.clock === 'firstOrder',
      "must be 'firstOrder': repurchase is counted from the first order.",
    ]);
  } else {
    checks.push(['clock', metric.clock !== 'firstOrder', "'firstOrder' belongs to the kind repurchase."]);
  }
  if (metric.kind === 'distinct' || metric.kind === 'repeat')
    checks.push(['clock', metric.clock === 'order', "must be 'order' for customers."]);
  if (metric.kind === 'sum' || metric.kind === 'mean') {
    const single = metric.amount.within?.filter((name) => !('many' in dimensions[name])) ?? [];
    checks.push([
      'amount.within',
      single.length === 0,
      `names ${single.join(', ')}, of which an order has one value: leave it out.`,
    ]);
  }
  const share = metric.kind === 'ratio' || metric.kind === 'repeat' || metric.kind === 'repurchase';
  checks.push(['unit', share === (metric.unit.name === 'PERCENT'), 'must be percent for shares and only for shares.']);
  return checks;
}

function figures(metric: MetricDeclaration): Check[] {
  const bound = metric.target && ('atLeast' in metric.target ? metric.target.atLeast : metric.target.atMost);
  return [
    ['id', /^[A-Z][A-Z0-9_]*$/.test(metric.id), 'must be upper snake case.'],
    ['version', Number.isInteger(metric.version) && metric.version >= 1, 'must be a whole number from 1.'],
    ['since', /^\d{4}-\d{2}-\d{2}$/.test(metric.since), 'must be a day, YYYY-MM-DD.'],
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
      bound === undefined || metric.unit.name !== 'PERCENT' || (bound >= 0 && bound <= 1),
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
      ...amounts(metric),
      ['id', !seen.has(metric.id), 'is used twice.'],
    ];
    const broken = checks.find(([, holds]) => !holds);
    if (broken) throw new MetricDeclarationError(metric.id, broken[0], broken[2]);
    seen.add(metric.id);
  }
  return declared;
}
