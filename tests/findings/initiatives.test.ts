import { evidenceQuestions, initiativeEffect, readInitiatives, type Initiative } from '@rapport/model/findings';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heldAgainst, holds, type Held } from '../bench/planted/programmes.ts';
import { ask, askFor, openDemoHouse, type DemoHouse } from '../testkit/demo-house.ts';

let house: DemoHouse;
let analyst: string;
beforeAll(async () => {
  house = await openDemoHouse({ orders: 8000, seed: 'programmes' });
  analyst = await house.key('analyst');
});
afterAll(() => house?.close());

const reading = () => ({ db: house.database.pool, access: { role: 'analyst' as const }, bounds: {} });
const known = async (code: string): Promise<Initiative> =>
  (await readInitiatives(house.database.pool, { shop: 'demo', code }))[0]!;
const effectOf = async (change: Partial<Initiative>, code = 'INI-NEXTDAY', others: readonly Initiative[] = []) =>
  initiativeEffect(reading(), { initiative: { ...(await known(code)), ...change }, others });

describe('what was planted', () => {
  let found: Held[];
  beforeAll(async () => {
    found = await heldAgainst(house.database.pool, house.truth);
  });

  // Seed 'programmes' is one of those the bench goes through; 95 of 100 hold by design, so one may be out by chance alone.
  test('lies in the intervals of the ledger and the evidence page', () => {
    expect(found.map(({ name }) => name)).toEqual([
      '(a) repurchase', '(a) stars', '(b) CSAT', '(b) positive reviews', '(f) reopenings', '(h) repurchase', '(h) stars', '(g) loyal', '(j) recommends',
    ]); // prettier-ignore
    const outside = found.filter((one) => !holds(one));
    expect(outside.length, JSON.stringify(outside)).toBeLessThanOrEqual(1);
  });

  test('is told where it is large, and nothing is told where nothing was done', () => {
    const verdicts = Object.fromEntries(found.map(({ name, verdict }) => [name, verdict]));
    expect(verdicts['(h) repurchase']).not.toBe('EFFECT');
    expect(verdicts['(h) stars']).not.toBe('EFFECT');
    expect(verdicts['(j) recommends']).toBe('SUPPORTED');
  });
});

describe('a study', () => {
  test('adds up: what both sides changed by is the effect, and it is relative to what would have been', async () => {
    const { horizons, trend, controls } = await effectOf({});
    const [whole] = horizons;
    const { treatedBefore, treatedAfter, controlBefore, controlAfter } = whole!;
    const change = treatedAfter!.value - treatedBefore!.value - (controlAfter!.value - controlBefore!.value);
    expect(whole!.effect).toBeCloseTo(change, 9);
    expect(whole!.relative).toBeCloseTo(whole!.effect! / (treatedAfter!.value - whole!.effect!), 9);
    expect(controls.every(({ code }) => !['CN-GD', 'CN-HB'].includes(code))).toBe(true);
    expect(trend.filter(({ offset }) => offset < 0)).toHaveLength(6);
  });

  test('counts what SQL counts', async () => {
    const { horizons } = await effectOf({});
    const { rows } = await house.database.pool.query<{ n: number; back: number }>(
      `select count(*)::int as n, count(*) filter (where o.valid_next_on - o.ordered_on <= 90)::int as back
       from journey.order_journey o join core.shops s on s.shop = o.shop
       where o.identified and o.valid_first_of_day and o.valid_prev_on is null and o.ordered_on >= '2025-12-01' and o.ordered_on <= s.as_of - 90
         and o.region_code = any ('{CN-GD,CN-HB,CN-JS,CN-SD,CN-ZJ}')`,
    );
    expect(horizons[0]!.treatedAfter).toMatchObject({ rows: rows[0]!.n, numerator: rows[0]!.back });
  });

  test('names those it leaves out: reached by another programme, too few rows', async () => {
    const all = await readInitiatives(house.database.pool);
    const { leftOut } = await effectOf({}, 'INI-NEXTDAY', all);
    expect(leftOut.find(({ code }) => code === 'CN-SC')).toMatchObject({
      reason: 'OTHER_INITIATIVE',
      initiative: 'INI-CARD',
    });
    expect(leftOut.some(({ reason }) => reason === 'TOO_FEW')).toBe(true);
  });

  test.each([
    ['NO_METRIC', { metric: 'NO_SUCH' }],
    ['UNSUITED_METRIC', { metric: 'ORDERS' }],
    ['FOREIGN_DIMENSION', { scopeDimension: 'TOPIC' }],
    ['NO_SCOPE', { scopeDimension: null, scopeValues: [] }],
    ['NO_START', { startsOn: null }],
    ['NOT_STARTED', { startsOn: '2027-01-01' }],
    ['WAITING', { startsOn: '2026-10-01' }],
    ['NO_TREATED', { scopeValues: ['CN-XX'] }],
    ['NO_PRE_PERIOD', { startsOn: '2024-11-01' }],
    ['NO_CONTROLS', { scopeDimension: 'FIRST_OR_REPEAT', scopeValues: ['repeat'], metric: 'AVERAGE_REVIEW_SCORE' }],
  ])('%s is refused in words, never by an error', async (reason, change) => {
    const finding = await effectOf(change);
    expect(finding).toMatchObject({ verdict: 'CANNOT_TELL', reason });
    expect(finding.sentence.en).toMatch(/cannot tell, because/);
    expect(finding.sentence.zh).toMatch(/无法判断/);
  });

  test('an overlap is refused and named', async () => {
    const nextDay = await known('INI-NEXTDAY');
    const other: Initiative = {
      ...nextDay,
      code: 'INI-OTHER',
      startsOn: '2026-02-01',
      scopeValues: ['CN-GD', 'CN-SC'],
    };
    const finding = await effectOf({}, 'INI-NEXTDAY', [nextDay, other]);
    expect(finding).toMatchObject({ verdict: 'CANNOT_TELL', reason: 'OVERLAP' });
    expect(finding.overlaps).toEqual([expect.objectContaining({ code: 'INI-OTHER', groups: ['CN-GD'] })]);
    expect(finding.remedy?.en).toContain('INI-OTHER');
  });

  test('of a cost tells the return, of none nothing', async () => {
    const { money } = await effectOf({});
    expect(money?.costMinor).toBe(48_000_000);
    expect(money!.outcomesLow).toBeLessThan(money!.outcomes);
    expect(money!.outcomesHigh).toBeGreaterThan(money!.outcomes);
    expect((await effectOf({ costMinor: null })).money).toBeNull();
  });
});

const SAVE = `mutation ($input: SaveInitiativeInput!) { saveInitiative(input: $input) { initiative { code label { en zh } origin version scopeValues cost { amount currency } author } userErrors { code field text { en zh } } } }`;
const DELETE = `mutation ($code: String!, $version: Int!) { deleteInitiative(shop: "demo", code: $code, version: $version) { delivered { code origin } userErrors { code } } }`;
interface Payload {
  initiative: { code: string; origin: string; version: number | null; author: string | null } | null;
  userErrors: { code: string; field: string | null }[];
}
const input = { shop: 'demo', code: 'INI-LOCKER', labelEn: 'Lockers', metric: 'COMPLAINT_RATE_BY_ORDER_DATE', startsOn: '2026-03-01', cost: '1200.50', scope: { dimension: 'REGION', values: ['CN-BJ', ' CN-SH', 'CN-BJ'] } }; // prettier-ignore
const save = async (change: Record<string, unknown> = {}): Promise<Payload> => {
  const { answer, text } = await ask(house.url, analyst, SAVE, { input: { ...input, ...change } });
  if (answer.errors) throw new Error(text);
  return answer.data!['saveInitiative'] as Payload;
};

describe('what people write down', () => {
  test('is kept, changed by who saw the latest version, and written to the audit', async () => {
    const { initiative, userErrors } = await save();
    expect(userErrors).toEqual([]);
    expect(initiative).toEqual({
      code: 'INI-LOCKER', label: { en: 'Lockers', zh: 'Lockers' }, origin: 'OWN', version: 1, scopeValues: ['CN-BJ', 'CN-SH'],
      cost: { amount: '1200.50', currency: 'CNY' }, author: 'key test analyst',
    }); // prettier-ignore
    expect((await save()).userErrors[0]).toMatchObject({ code: 'CHANGED_MEANWHILE', field: 'version' });
    expect((await save({ version: 1, labelZh: '快递柜' })).initiative).toMatchObject({ version: 2 });
    const { rows } = await house.database.pool.query(
      `select actor, action from ops.audit where subject = 'initiative demo INI-LOCKER' order by id`,
    );
    expect(rows).toEqual([
      { actor: 'key test analyst', action: 'initiative.save' },
      { actor: 'key test analyst', action: 'initiative.save' },
    ]);
    const { answer } = await ask(house.url, analyst, DELETE, { code: 'INI-LOCKER', version: 2 });
    expect(answer.data).toEqual({ deleteInitiative: { delivered: null, userErrors: [] } });
  });

  test('stands in the place of what is delivered until it is taken back', async () => {
    const corrected = await save({
      code: 'INI-CARD',
      labelEn: 'Card',
      metric: 'REPURCHASE_RATE_90D',
      startsOn: '2025-09-15',
    });
    expect(corrected.initiative).toMatchObject({ origin: 'CHANGED', version: 1 });
    expect(await known('INI-CARD')).toMatchObject({ startsOn: '2025-09-15', origin: 'CHANGED' });
    const { answer } = await ask(house.url, analyst, DELETE, { code: 'INI-CARD', version: 1 });
    expect(answer.data).toMatchObject({ deleteInitiative: { delivered: { code: 'INI-CARD', origin: 'DELIVERED' } } });
    expect(await known('INI-CARD')).toMatchObject({ startsOn: '2025-09-01', origin: 'DELIVERED' });
  });

  test.each([
    ['UNKNOWN_SHOP', 'shop', { shop: 'nowhere' }],
    ['BAD_CODE', 'code', { code: 'two words' }],
    ['NO_NAME', 'labelEn', { labelEn: ' ' }],
    ['FOREIGN_DIMENSION', 'scope', { scope: { dimension: 'SEVERITY', values: ['3'] } }],
    ['NO_VALUES', 'scope', { scope: { dimension: 'REGION', values: [' '] } }],
    ['SAME_DIMENSION', 'within', { within: [{ dimension: 'REGION', values: ['CN-BJ'] }] }],
    ['ENDS_BEFORE_IT_BEGINS', 'endsOn', { endsOn: '2026-02-28' }],
    ['BAD_COST', 'cost', { cost: '1,200' }],
    ['BAD_EXPECTED', 'expected', { expected: 0 }],
    ['TOO_LONG', 'claimEn', { claimEn: 'x'.repeat(401) }],
  ])('%s comes back as data', async (code, field, change) => {
    expect(await save(change)).toMatchObject({ initiative: null, userErrors: [{ code, field }] });
  });

  test('an executive reads findings and changes nothing', async () => {
    const executive = await house.key('executive');
    const query = '{ initiativeFindings(shop: "demo") { verdict sentence { en } } }';
    const { initiativeFindings } = await askFor<{ initiativeFindings: unknown[] }>(house.url, executive, query);
    expect(initiativeFindings).toHaveLength(4);
    const { answer } = await ask(house.url, executive, SAVE, { input });
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});

describe('charts', () => {
  test('are told which programmes touch their metric and days, with the verdict', async () => {
    const query = (from: string, to: string) =>
      `{ initiativeAnnotations(metrics: [CSAT], period: { from: "${from}", to: "${to}" }) { metric code startsOn verdict sentence { en zh } } }`;
    const { initiativeAnnotations: found } = await askFor<{ initiativeAnnotations: unknown[] }>(
      house.url,
      analyst,
      query('2026-01-01', '2026-02-01'),
    );
    expect(found).toEqual([expect.objectContaining({ metric: 'CSAT', code: 'INI-FASTCHAT', startsOn: '2026-01-05' })]);
    const { initiativeAnnotations: before } = await askFor<{ initiativeAnnotations: unknown[] }>(
      house.url,
      analyst,
      query('2025-01-01', '2025-02-01'),
    );
    expect(before).toEqual([]);
  });
});

describe('the evidence', () => {
  interface Side {
    numerator: number | null;
    denominator: number | null;
    rows: { metric: string } | null;
  }
  interface Answer {
    id: string;
    verdict: string;
    sentence: { en: string; zh: string };
    parts: { kind: string; initiative: string | null; these: Side | null }[];
  }

  test('answers all eleven claims, each with a verdict, a sentence in both languages and a denominator', async () => {
    const evidence: Answer[] = [];
    for (const id of Object.keys(evidenceQuestions)) {
      const query = `{ evidence(shop: "demo", questions: [${id}]) { id verdict sentence { en zh } parts { kind initiative these { numerator denominator rows { metric } } } } }`;
      evidence.push(...(await askFor<{ evidence: Answer[] }>(house.url, analyst, query)).evidence);
    }
    expect(evidence.map(({ id }) => id)).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8', 'Q9', 'Q10', 'Q11']);
    for (const { id, sentence, parts } of evidence) {
      expect(sentence.zh, id).toMatch(/\p{Script=Han}/u);
      expect(parts.length, id).toBeGreaterThan(0);
      expect(
        parts.some(({ these }) => these?.denominator != null),
        id,
      ).toBe(true);
    }
    const programmes = (id: string) =>
      new Set(evidence.find((one) => one.id === id)!.parts.map(({ initiative }) => initiative));
    expect(programmes('Q8')).toEqual(new Set(['INI-NEXTDAY']));
    expect(programmes('Q1')).toEqual(new Set(['INI-FASTCHAT']));
    const [recommends] = evidence.find(({ id }) => id === 'Q2')!.parts;
    const { rows } = await house.database.pool.query<{ n: number; of: number }>(
      `with good as (select customer_id, min(rated_on) as day from journey.case_journey where identified and csat >= 4 group by 1)
       select count(*)::int as of, count(*) filter (where exists (select from journey.referral_facts r
         where r.customer_id = good.customer_id and r.referred_on between good.day and good.day + 90
           and not exists (select from journey.referral_facts e where e.customer_id = r.customer_id and e.referred_on < r.referred_on)))::int as n
       from good where day <= (select as_of from core.shops where shop = 'demo') - 90`,
    );
    expect(recommends!.these).toMatchObject({ numerator: rows[0]!.n, denominator: rows[0]!.of });
  });

  test('of a shop that is not there is refused in words', async () => {
    const { answer } = await ask(house.url, analyst, '{ evidence(shop: "nowhere", questions: [Q2]) { id } }');
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});
