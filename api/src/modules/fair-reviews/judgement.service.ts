import { audit } from '@rapport/model/schema';
import { inTransaction } from '../../platform/exports/transaction.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { actorOf } from '../../platform/operations/actor.ts';
import { OperationRefused } from '../../platform/operations/index.ts';
import { writtenText } from '../../platform/operations/written-text.ts';
import { readDoubtedReview } from './doubted.reader.ts';
import type { DoubtedReview, ReviewVerdict } from './doubted.type.ts';

interface Judgement {
  id: string;
  /** Null takes a decision back. */
  verdict: keyof typeof ReviewVerdict | null;
  note: string;
}

const checkedNote = (note: string): string =>
  writtenText(note, {
    code: 'BAD_TEXT',
    field: 'note',
    what: { en: 'A note', zh: '备注' },
    most: 500,
    lines: true,
  });

const notInQueue = (): OperationRefused =>
  new OperationRefused(
    'NOT_FOUND',
    {
      en: 'There is no such review in the queue. Only reviews about which something is odd are judged here.',
      zh: '待判定列表中没有这条评价。这里只判定存在疑点的评价。',
    },
    'id',
  );

const KEEP = `insert into ops.review_judgements as j (review_id, customer_id, verdict, note, judged_by)
  select g.review_id, g.customer_id, $2, $3, $4 from journey.review_signals g where g.review_id::text = $1
  on conflict (review_id) do update set verdict = excluded.verdict, note = excluded.note, judged_by = excluded.judged_by, judged_at = now()`;

/** The decision and its entry in the audit stand together or not at all. */
export async function judgeReview(
  { pool, principal }: RequestContext,
  { id, verdict, note: written }: Judgement,
): Promise<DoubtedReview> {
  const note = checkedNote(written);
  return inTransaction(pool, async (db) => {
    const before = await readDoubtedReview(db, id);
    if (!before) throw notInQueue();
    const actor = actorOf(principal);
    if (verdict === null) await db.query('delete from ops.review_judgements where review_id::text = $1', [id]);
    else await db.query(KEEP, [id, verdict.toLowerCase(), note, actor]);
    await db.query('/* judged */ update ops.words_read set state = state + 1'); // what is remembered of ratings is outdated
    const { verdict: decided, suspicion, reasons } = before;
    const detail = { before: decided, after: verdict, suspicion, reasons };
    await audit(db, { actor, action: 'review.judge', subject: `review ${id}`, detail });
    return (await readDoubtedReview(db, id)) ?? before;
  });
}
