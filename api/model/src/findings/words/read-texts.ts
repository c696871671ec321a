import type { Queryable } from '../../schema/index.ts';
import type { TextLanguage } from './language.ts';
import { readText } from './read-text.ts';
import { RULES } from './rules/match.ts';

/** Texts read in one step: what Node holds at a time. */
const STEP = 10_000;

/** Every text that stands, with whom it belongs to. */
const texts = `
  select r.customer_id, 'review' as kind, r.id, r.shop, concat_ws(E'\\n', nullif(r.title, ''), nullif(r.message, '')) as text
  from core.reviews r where r.deleted_at is null and (r.message <> '' or r.title <> '')
  union all
  select e.customer_id, 'case', e.id, e.shop, e.text from core.service_cases e where e.deleted_at is null and e.text <> ''
  union all
  select m.id, 'mention', m.id, m.shop, m.text from core.mentions m where m.deleted_at is null and m.text <> ''`;

interface TextRow {
  customerId: string;
  kind: string;
  id: string;
  shop: string;
  text: string;
  /** As text: more digits than a number holds. */
  hash: string;
  currency: string;
}

/** In which Latin language people write there, where a word or two do not tell. */
const usualLanguage = (currency: string): TextLanguage => (currency === 'BRL' ? 'pt' : 'en');

async function unreadTexts(db: Queryable): Promise<TextRow[]> {
  const { rows } = await db.query<TextRow>(
    `/* unread texts */ select t.customer_id as "customerId", t.kind, t.id, t.shop, t.text, hashtextextended(t.text, 0)::text as hash, s.currency from (${texts}) t join core.shops s on s.shop = t.shop
     where not exists (select from journey.text_words w where w.customer_id = t.customer_id and w.kind = t.kind and w.id = t.id and w.rules = $1 and w.text_hash = hashtextextended(t.text, 0))
     limit ${STEP}`,
    [RULES],
  );
  return rows;
}

/** A text that went or changed meanwhile is not written: whoever comes next reads it as it stands then. */
async function keepWords(db: Queryable, rows: readonly TextRow[]): Promise<void> {
  const read = rows.map(({ text, currency, ...of }) => ({ ...of, ...readText(text, usualLanguage(currency)) }));
  await db.query(
    `/* words of texts */ with made as materialized (select * from jsonb_to_recordset($1::jsonb)
       as m("customerId" uuid, kind text, id uuid, shop text, language text, hash bigint, terms jsonb, aspects jsonb, topics jsonb, sketch jsonb))
     insert into journey.text_words (customer_id, kind, id, shop, language, rules, text_hash, terms, aspects, topics, sketch)
     select m."customerId", m.kind, m.id, m.shop, m.language, $2, m.hash, array(select jsonb_array_elements_text(m.terms)), array(select jsonb_array_elements_text(m.aspects)),
       array(select jsonb_array_elements_text(m.topics)), array(select jsonb_array_elements_text(m.sketch)::integer)
     from made m
     on conflict (customer_id, kind, id) do update set shop = excluded.shop, language = excluded.language, rules = excluded.rules, text_hash = excluded.text_hash,
       terms = excluded.terms, aspects = excluded.aspects, topics = excluded.topics, sketch = excluded.sketch`,
    [JSON.stringify(read), RULES],
  );
}

/** Words whose text is gone: deleted, emptied, erased, or moved to another customer. */
async function forgetGone(db: Queryable): Promise<number> {
  const { rowCount } = await db.query(
    `/* words without text */ delete from journey.text_words w where not exists (select from (${texts}) t where t.customer_id = w.customer_id and t.kind = w.kind and t.id = w.id)`,
  );
  return rowCount ?? 0;
}

/**
 * After a load: reads the texts that are new or changed. Each step is a transaction of its own, so a process that is killed leaves
 * nothing to repair: the next one goes on. Returns how many were read.
 */
export async function readTexts(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ news: boolean }>(
    `/* texts to read */ select not exists (select from ops.words_read r, ops.data_version v where r.data_version = v.version and r.rules = $1) as news`,
    [RULES],
  );
  if (!rows[0]?.news) return 0;
  const { rows: versions } = await db.query<{ version: number }>('select version from ops.data_version');
  let read = 0;
  const gone = await forgetGone(db);
  let step = await unreadTexts(db);
  if (gone + step.length > 0) await db.query('update ops.words_read set reviews_weighed = false');
  for (; step.length > 0; step = await unreadTexts(db)) {
    await keepWords(db, step);
    read += step.length;
  }
  if (read > STEP) await db.query('analyze journey.text_words (customer_id, kind, id, shop, language)');
  await db.query(
    `insert into ops.words_read as r (data_version, rules, state, read_at) values ($1, $2, 1, now())
     on conflict (only_row) do update set data_version = excluded.data_version, rules = excluded.rules, state = r.state + ($3 > 0)::integer, read_at = now(),
       reviews_weighed = r.reviews_weighed and $3 = 0`,
    [versions[0]?.version ?? 0, RULES, read + gone],
  );
  return read;
}
