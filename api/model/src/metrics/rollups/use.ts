import type { Queryable } from '../../schema/index.ts';
import type { Plan } from '../planner/plan.ts';
import { usedBy, type Question } from '../planner/request.ts';
import type { Tally } from '../tallies.ts';

/** What questions came to since they were last written down, by what was asked and what answered. */
const counted = new Map<string, number>();

/** Counts what answered each figure of a question: a rollup (hit), or the rows of the fact (miss). In memory: answering writes nothing. */
export function countUse(question: Question, planned: readonly { tally: Tally; plan: Plan }[]): void {
  const dimensions = usedBy(question).toSorted().join(', ');
  for (const { tally, plan } of planned) {
    const rollup = plan.source.from === 'facts' ? '' : plan.servedBy.split(', ')[0];
    const key = JSON.stringify([tally.fact.name, dimensions, rollup]);
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
}

/** Writes the counts down and begins anew; where that fails they are kept for the next time. */
export async function keepUse(db: Queryable): Promise<void> {
  const taken = [...counted];
  counted.clear();
  if (taken.length === 0) return;
  const column = (index: number) => taken.map(([key]) => (JSON.parse(key) as string[])[index]);
  try {
    await db.query(
      `insert into ops.rollup_use as u (day, fact, dimensions, rollup, questions)
       select current_date, n.fact, n.dimensions, n.rollup, n.questions from unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) n(fact, dimensions, rollup, questions)
       order by 2, 3, 4 on conflict (day, fact, dimensions, rollup) do update set questions = u.questions + excluded.questions`,
      [column(0), column(1), column(2), taken.map(([, questions]) => questions)],
    );
  } catch (error) {
    for (const [key, questions] of taken) counted.set(key, (counted.get(key) ?? 0) + questions);
    throw error;
  }
}
