import { createApiKey } from '@rapport/api';
import { planted } from '@rapport/etl/demo';
import {
  distinguishingWords,
  forgetGone,
  readStateOfTexts,
  readTexts,
  weighReadReviews,
} from '@rapport/model/findings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, askFor, openDemoHouse, type DemoHouse } from '../testkit/demo-house.ts';

/** As small as both languages can still be told from chance. */
const ORDERS = 12_000;
let house: DemoHouse;
let analyst: string;

beforeAll(async () => {
  house = await openDemoHouse({ orders: ORDERS, seed: 'w1', sources: ['demo', 'demo_helpdesk', 'demo_voice'] });
  analyst = await house.key('analyst');
});
afterAll(() => house.close());

const askAs = async <Data>(key: string, query: string): Promise<Data> => askFor<Data>(house.url, key, query);
const rowsOf = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await house.database.pool.query<Row>(sql, values)).rows;

describe('words of a slice', () => {
  it('of the bad batch are found in both languages', async () => {
    const { product, from, to, words } = planted.BAD_BATCH;
    const { more } = await distinguishingWords(house.database.pool, {
      these: { where: [{ dimension: 'PRODUCT', in: [product] }], period: { from, to: `${to.slice(0, 5)}10-31` } },
    });
    for (const language of ['zh', 'en'] as const) {
      const top = more.filter((word) => word.language === language).slice(0, 10);
      for (const wanted of words[language])
        expect(
          top.map(({ word }) => word).some((word) => word.includes(wanted)),
          wanted,
        ).toBe(true);
    }
  });

  it('count texts as SQL of its own counts them', async () => {
    const { more } = await distinguishingWords(house.database.pool, {
      texts: ['REVIEW'],
      these: { maxScore: 2 },
      those: { minScore: 3 },
    });
    const { word, these, those } = more.find(({ language }) => language === 'zh') ?? { word: '', these: 0, those: 0 };
    const [counted] = await rowsOf<{ these: number; those: number }>(
      `select count(*) filter (where r.score <= 2) as these, count(*) filter (where r.score >= 3) as those
       from core.reviews r join journey.text_words w on w.kind = 'review' and w.id = r.id and w.customer_id = r.customer_id where $1 = any(w.terms) and w.language = 'zh'`,
      [word],
    );
    expect({ these, those }).toEqual(counted);
  });

  it('come with their sentences, which hold them', async () => {
    const { sayings } = await askAs<{ sayings: { sentence: string; orderId: string | null }[] }>(
      analyst,
      '{ sayings(slice: { maxScore: 2 }, texts: [REVIEW], term: "退货", first: 5) { sentence orderId } }',
    );
    expect(sayings.length).toBeGreaterThan(0);
    for (const { sentence, orderId } of sayings) {
      expect(sentence).toContain('退货');
      expect(orderId).not.toBeNull();
    }
  });

  it('are refused kindly where two things are asked for at once, or none', async () => {
    for (const what of ['term: "a", topic: "late"', '']) {
      const { answer } = await ask(house.url, analyst, `{ sayings(slice: {} ${what}) { id } }`);
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    }
  });
});

describe('who may see', () => {
  const QUESTION = `{ distinguishingWords(texts: [REVIEW], these: { maxScore: 2 }, those: { minScore: 4 }) { these { texts } more { word these those } } }`;

  it('executives see no word of fewer than five texts, and no sentence', async () => {
    const executive = await house.key('executive');
    const { distinguishingWords: found } = await askAs<{
      distinguishingWords: { more: { these: number | null; those: number | null }[] };
    }>(executive, QUESTION);
    expect(found.more.length).toBeGreaterThan(0);
    for (const { these, those } of found.more) {
      expect(these).toBeGreaterThanOrEqual(5);
      expect(those === null || those === 0 || those >= 5).toBe(true);
    }
    const { answer } = await ask(house.url, executive, '{ sayings(slice: {}, topic: "late") { sentence } }');
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('executives are told of no few reviews, and of none that the others would leave over', async () => {
    const executive = await house.key('executive');
    const few = (count: number | null): boolean => count !== null && count > 0 && count < 5;
    interface Told {
      textSubjects: { aspects: Counted[]; topics: Counted[]; otherTexts: number | null };
      textTone: { kinds: { good: number | null; bad: number | null; neither: number | null }[] } | null;
      reviewFairness: {
        doubtful: number | null;
        open: number | null;
        judgedFake: number | null;
        products: { doubtful: number | null }[];
      };
    }
    interface Counted {
      texts: number | null;
      scored: number | null;
      bad: number | null;
      otherShare: number | null;
    }
    let told = 0;
    for (const month of ['2026-06', '2026-07', '2026-08', '2026-09']) {
      const period = `period: { from: "${month}-01", to: "${month}-28" }`;
      const subjects = 'texts scored bad otherShare';
      const answer = await askAs<Told>(
        executive,
        `{ textSubjects(these: { shop: "demo", ${period} }, those: { shop: "demo", maxScore: 1 }) { otherTexts aspects { ${subjects} } topics { ${subjects} } }
           textTone(these: { shop: "demo", ${period} }) { kinds { good bad neither } }
           reviewFairness(shop: "demo", ${period}) { doubtful open judgedFake products { doubtful } } }`,
      );
      const { aspects, topics, otherTexts } = answer.textSubjects;
      for (const { texts, scored, bad, otherShare } of [...aspects, ...topics]) {
        const others = otherShare === null ? null : Math.round(otherShare * (otherTexts ?? 0));
        const good = scored === null || bad === null ? null : scored - bad;
        expect([texts, scored, bad, good, others].filter(few)).toEqual([]);
        if (bad !== null) told += 1;
      }
      for (const { good, bad, neither } of answer.textTone?.kinds ?? [])
        expect([good, bad, neither].filter(few)).toEqual([]);
      const { doubtful, open, judgedFake, products } = answer.reviewFairness;
      const rest = products.reduce((left, one) => left - (one.doubtful ?? 0), doubtful ?? 0);
      expect(
        [doubtful, open, judgedFake, ...products.map((one) => one.doubtful), doubtful && rest].filter(few),
      ).toEqual([]);
    }
    expect(told).toBeGreaterThan(5);
  });

  it('a lead sees the words of the own merchant alone', async () => {
    const [{ code } = { code: '' }] = await rowsOf<{ code: string }>(
      'select m as code from journey.order_journey, unnest(merchants) m group by 1 order by count(*) desc limit 1',
    );
    const scope = { dimension: 'MERCHANT' as const, values: [code] };
    const { key } = await createApiKey(house.database.pool, { role: 'lead', label: 'words', scope });
    const question = (where: string): string =>
      `{ textSubjects(texts: [REVIEW, CASE], these: { ${where} }) { texts } }`;
    const own = await askAs<{ textSubjects: { texts: number } }>(key, question(''));
    const cut = await askAs<{ textSubjects: { texts: number } }>(
      analyst,
      question(`where: [{ dimension: MERCHANT, in: ["${code}"] }]`),
    );
    expect(own.textSubjects.texts).toBeGreaterThan(0);
    expect(own.textSubjects.texts).toBe(cut.textSubjects.texts);
  });
});

describe('a text', () => {
  it('is read after the load that brought it, and its words go with it', async () => {
    const { pool } = house.database;
    const [{ id } = { id: '' }] = await rowsOf<{ id: string }>(
      "select id from core.reviews where message <> '' order by id limit 1",
    );
    const terms = (): Promise<{ terms: string[] }[]> =>
      rowsOf("select terms from journey.text_words where kind = 'review' and id = $1", [id]);
    await pool.query("update core.reviews set message = 'It smells of turpentine' where id = $1", [id]);
    await pool.query('update ops.data_version set version = version + 1');
    expect((await readStateOfTexts(pool)).upToDate).toBe(false);
    expect(await readTexts(pool)).toBe(1);
    expect(await readStateOfTexts(pool)).toMatchObject({ upToDate: true });
    expect((await terms())[0]?.terms).toContain('turpentine');
    await pool.query('update core.reviews set message = null, title = null where id = $1', [id]);
    await pool.query('update ops.data_version set version = version + 1');
    expect(await readTexts(pool)).toBe(0);
    expect(await rowsOf("select from journey.text_words where 'turpentine' = any(terms)")).toEqual([]);
  });
});

describe('a customer who has gone', () => {
  /** Where a customer, or a review of theirs, is written beside the facts. */
  const KEPT = ['journey.text_words', 'journey.review_signals', 'ops.review_judgements', 'ops.recovery_cases'];

  it('every table beside the facts that names customers is one of those that forget them, or made anew with the facts', async () => {
    const named = await rowsOf<{ name: string }>(
      `select format('%s.%s', n.nspname, c.relname) as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where a.attname = 'customer_id' and n.nspname in ('ops', 'journey', 'auth') and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
    );
    const facts = ['order_journey', 'visit_journey', 'product_views', 'case_sequels', 'parcel_scans'];
    const ofFacts = new Set(facts.map((name) => `journey.${name}`));
    expect(named.map(({ name }) => name).filter((name) => !ofFacts.has(name))).toEqual(KEPT.toSorted());
  });

  it('takes words, doubts, decisions and recovery cases along', async () => {
    const { pool } = house.database;
    const [gone] = await rowsOf<{ customer: string; review: string; order: string }>(
      `select customer_id as customer, id as review, order_id as "order" from core.reviews
       where message <> '' and deleted_at is null and order_id is not null order by id limit 1`,
    );
    const { customer, review, order } = gone!;
    await pool.query(`insert into ops.review_judgements values ($1, $2, 'fake', 'known to us', 'user ann')`, [
      review,
      customer,
    ]);
    await pool.query(
      `insert into journey.review_signals values ($1, $2, 'demo', 70, '{copied}', 3, 0, 0) on conflict do nothing`,
      [customer, review],
    );
    await pool.query(
      `insert into ops.recovery_cases (shop, customer_id, order_id, failures, hurt_on, value_at_stake_minor, currency, arm, assigned_on, due_on, opened_by)
       values ('demo', $1, $2, '{late}', '2026-01-01', 1, 'CNY', 'contact', '2026-01-01', '2026-01-08', 'user ann')`,
      [customer, order],
    );
    for (const table of ['customers', 'reviews', 'service_cases'])
      await pool.query(`update core.${table} set deleted_at = now() where customer_id = $1`, [customer]);
    await pool.query('update ops.data_version set version = version + 1');
    await readTexts(pool);
    await weighReadReviews(pool);
    await forgetGone(pool);
    for (const table of KEPT)
      expect(await rowsOf(`select from ${table} where customer_id = $1`, [customer]), table).toEqual([]);
    const audited = await rowsOf<{ subject: string }>(
      `select subject from ops.audit where action = 'gone.forget' order by subject`,
    );
    expect(audited.map(({ subject }) => subject)).toEqual(['recovery cases', 'review judgements']);
  });
});

describe('the tone', () => {
  it('learned from reviews with stars recognises those it was not learned from', async () => {
    const { textTone } = await askAs<{
      textTone: {
        good: { share: number };
        bad: { share: number };
        kinds: { kind: string; bad: number; good: number }[];
      };
    }>(analyst, '{ textTone(these: {}) { good { share } bad { share } kinds { kind good bad } } }');
    expect(textTone.good.share).toBeGreaterThan(0.85);
    expect(textTone.bad.share).toBeGreaterThan(0.85);
    const cases = textTone.kinds.find(({ kind }) => kind === 'CASE');
    expect(cases?.bad).toBeGreaterThan(cases?.good ?? 0);
  });
});

describe('bought reviews', () => {
  const QUEUE = '{ doubtedReviews(first: 100) { totalCount nodes { id suspicion reasons verdict judgedBy } } }';
  interface Queue {
    doubtedReviews: {
      totalCount: number;
      nodes: { id: string; suspicion: number; reasons: string[]; verdict: string | null; judgedBy: string | null }[];
    };
  }

  it('are found: nine of ten flagged ones were bought, eight of ten bought ones are flagged', async () => {
    const bought = new Set(house.truth.planted.e.realised.flatMap(({ reviews }) => reviews));
    const flagged = await rowsOf<{ ref: string }>(
      'select r.review_ref as ref from journey.review_signals g join core.reviews r on r.id = g.review_id where g.suspicion >= 60',
    );
    const right = flagged.filter(({ ref }) => bought.has(ref)).length;
    expect(bought.size).toBeGreaterThan(30);
    expect(right / flagged.length).toBeGreaterThanOrEqual(0.9);
    expect(right / bought.size).toBeGreaterThanOrEqual(0.8);
  });

  it('wait for a decision, which changes the rating at once and is in the audit', async () => {
    const FAIRNESS = `{ reviewFairness(period: { from: "2024-11-01", to: "2026-10-31" }) { doubtful rating ratingWithout open judgedGenuine } }`;
    interface Fairness {
      reviewFairness: { doubtful: number; rating: number; ratingWithout: number; open: number; judgedGenuine: number };
    }
    const before = await askAs<Fairness>(analyst, FAIRNESS);
    const { doubtedReviews } = await askAs<Queue>(analyst, QUEUE);
    expect(doubtedReviews.totalCount).toBe(before.reviewFairness.doubtful);
    expect(before.reviewFairness.ratingWithout).toBeLessThan(before.reviewFairness.rating);
    const [first] = doubtedReviews.nodes;
    const judged = await askAs<{ judgeReview: { judged: { verdict: string; judgedBy: string } } }>(
      analyst,
      `mutation { judgeReview(id: "${first?.id}", verdict: GENUINE, note: "known buyer") { judged { verdict judgedBy } userErrors { code } } }`,
    );
    expect(judged.judgeReview.judged).toEqual({ verdict: 'GENUINE', judgedBy: 'key test analyst' });
    const after = await askAs<Fairness>(analyst, FAIRNESS);
    expect(after.reviewFairness.doubtful).toBe(before.reviewFairness.doubtful - 1);
    expect(after.reviewFairness.judgedGenuine).toBe(1);
    const [entry] = await rowsOf<{ actor: string; subject: string }>(
      "select actor, subject from ops.audit where action = 'review.judge'",
    );
    expect(entry).toEqual({ actor: 'key test analyst', subject: `review ${first?.id}` });
    const { answer } = await ask(
      house.url,
      analyst,
      'mutation { judgeReview(id: "00000000-0000-0000-0000-000000000000", verdict: FAKE) { judged { id } userErrors { code field } } }',
    );
    expect(answer.data).toEqual({ judgeReview: { judged: null, userErrors: [{ code: 'NOT_FOUND', field: 'id' }] } });
  });
});
