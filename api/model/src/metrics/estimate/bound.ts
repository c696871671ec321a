import type { LocalizedText } from '../../vocabulary/index.ts';
import type { RelationRead } from '../answer/types.ts';
import type { Planned } from '../compile/readings.ts';
import { MetricRequestError } from '../errors.ts';
import { adviceFor } from './advice.ts';
import type { Asked } from './asked.ts';
import type { Reads } from './reads.ts';

const overFacts = ({ planned }: Asked): Planned[] => planned.filter(({ plan }) => plan.source.from === 'facts');

/** Why facts are read at all: of each metric once. */
function whyOf(planned: readonly Planned[]): LocalizedText {
  const reasons = [...new Map(planned.map(({ plan }) => [plan.reason.en, plan.reason])).values()];
  return { en: reasons.map(({ en }) => en).join(' '), zh: reasons.map(({ zh }) => zh).join('') };
}

const inEnglish = (rows: number): string => Math.round(rows).toLocaleString('en');
const inChinese = (rows: number): string => (rows >= 1e4 ? `${Math.round(rows / 1e4)} 万` : String(Math.round(rows)));

function factReads(asked: Asked, reads: Reads): RelationRead[] {
  const tallies = new Set(overFacts(asked).map(({ tally }) => tally));
  return asked.readings.flatMap((reading, index) =>
    reading.tallies.some((tally) => tallies.has(tally)) ? (reads[index] ?? []) : [],
  );
}

/** Refuses what would go through more rows of facts than `most`, before anything is read. */
export function refuseCostly(asked: Asked, reads: Reads, most: number): void {
  const read = factReads(asked, reads);
  const rows = read.reduce((sum, each) => sum + each.rows, 0);
  if (rows <= most) return;
  const planned = overFacts(asked);
  const relations = [...new Set(read.map(({ relation }) => relation))];
  const why = whyOf(planned);
  const advice = adviceFor(
    asked,
    planned.map(({ tally }) => tally),
    { share: most / rows },
  );
  throw new MetricRequestError(
    'TOO_COSTLY',
    {
      en: `This question would go through about ${inEnglish(rows)} rows of ${relations.join(', ')}; at most ${inEnglish(most)} are allowed. ${why.en} ${advice.en}`,
      zh: `此问题约需读取 ${relations.join('、')} 的 ${inChinese(rows)} 行，上限为 ${inChinese(most)} 行。${why.zh}${advice.zh}`,
    },
    'period',
  );
}

/** What to tell of a statement that PostgreSQL broke off; null where it did not, or where no facts were read. */
export function brokenOff(asked: Asked, error: unknown): MetricRequestError | null {
  const planned = overFacts(asked);
  if ((error as { code?: unknown } | null)?.code !== '57014' || planned.length === 0) return null;
  const why = whyOf(planned);
  const advice = adviceFor(
    asked,
    planned.map(({ tally }) => tally),
    null,
  );
  return new MetricRequestError(
    'TIMED_OUT',
    {
      en: `The answer took longer than allowed. ${why.en} ${advice.en}`,
      zh: `查询超时。${why.zh}${advice.zh}`,
    },
    'period',
  );
}
