import { isDay } from '../planner/calendar.ts';
import type { EarlierVersion, MetricDeclaration } from '../grammar.ts';

const han = /\p{Script=Han}/u;

const texts = ['description', 'numerator', 'denominator', 'replaced'] as const;
const isWritten = (each: EarlierVersion): boolean =>
  texts.every((key) => !each[key] || (each[key].en.trim() !== '' && han.test(each[key].zh)));

/** Earlier definitions follow each other without a gap up to the one in force, and can be held against the same rows. */
export function checkVersions(metric: MetricDeclaration): [key: string, holds: boolean, problem: string][] {
  const { earlier = [] } = metric;
  const all: readonly { version: number; since: string }[] = [...earlier, metric];
  return [
    ['earlier', all[0]?.version === 1, 'must begin with version 1: every definition stays answerable.'],
    [
      'version',
      all.every((each, index) => index === 0 || each.version === (all[index - 1]?.version ?? 0) + 1),
      'must be one more than the one before it: declare every earlier version, the oldest first.',
    ],
    [
      'since',
      all.every((each, index) => isDay(each.since) && (index === 0 || each.since > (all[index - 1]?.since ?? ''))),
      'must be a day of the calendar, after that of the version before.',
    ],
    [
      'earlier.kind',
      earlier.every(({ kind }) => kind === metric.kind),
      `must be ${metric.kind}, as it is now: what is computed in another way is another metric.`,
    ],
    ['earlier', earlier.every(isWritten), 'must be written in both languages.'],
  ];
}
