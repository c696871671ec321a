import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, askFor, openDemoHouse, type DemoHouse } from '../testkit/demo-house.ts';
import { lateFactor } from './planted/late-factor.ts';

/** What a late parcel, a failure and a customer are worth, and who is called: asked of a generated shop whose truth is known. */
let house: DemoHouse;
let analyst: string;
let executive: string;

beforeAll(async () => {
  const sources = ['demo', 'demo_logistics', 'demo_helpdesk', 'demo_members'] as const;
  house = await openDemoHouse({ orders: 8000, seed: 'worth', sources });
  [analyst, executive] = [await house.key('analyst'), await house.key('executive')];
});
afterAll(() => house.close());

interface Range {
  low: number;
  high: number;
}
interface Group {
  group: { code: string };
  reference: boolean;
  customers: number;
  verdict: string;
  steps: { day: number; atRisk: number; back: number; share: number; interval: Range | null }[];
  difference: { orders: number; unlike: number; value: number; relativeInterval: Range; interval: Range } | null;
  logRank: { pValue: number; paceRatio: number } | null;
}
interface SecondOrders {
  answer: { lead: { en: string; zh: string } };
  refusal: { code: string } | null;
  cost: { late: number; lost: number; lostInterval: Range } | null;
  groups: Group[];
}

const GROUPS =
  'groups { group { code } reference customers verdict steps { day atRisk back share interval { low high } } difference { orders unlike value interval { low high } relativeInterval { low high } } logRank { pValue paceRatio } }';
const secondOrders = async (by: string, shop = 'demo', key = analyst): Promise<SecondOrders> =>
  (
    await askFor<{ secondOrders: SecondOrders }>(
      house.url,
      key,
      `{ secondOrders(shop: "${shop}", by: ${by}) { answer { lead { en zh } } refusal { code } cost { late lost lostInterval { low high } } ${GROUPS} } }`,
    )
  ).secondOrders;
const groupOf = ({ groups }: SecondOrders, code: string) => groups.find(({ group }) => group.code === code);

describe('second orders', () => {
  it('find what late parcels were made to do to the chance of coming back', async () => {
    const found = await secondOrders('LATE');
    const late = groupOf(found, 'late');
    const planted = lateFactor(house.truth.planted.i) - 1;
    expect(late?.verdict).toBe('FEWER');
    expect(late?.difference?.relativeInterval.low).toBeLessThan(planted);
    expect(late?.difference?.relativeInterval.high).toBeGreaterThan(planted);
    expect(late?.logRank?.pValue).toBeLessThan(0.001);
    expect(late?.logRank?.paceRatio).toBeLessThan(1);
    expect(found.cost?.lost).toBeCloseTo(-(late?.difference?.value ?? NaN) * (found.cost?.late ?? NaN), 6);
    expect(found.answer.lead.en).toContain('late first parcels cost about');
    expect(found.answer.lead.zh).toContain('晚到');
  });

  it('draw the curves that the metric of the share back has', async () => {
    const { from, to } = { from: house.truth.of.firstDay, to: house.truth.of.asOf };
    const { survival } = await askFor<{
      survival: { curves: { key: { value: string }[]; customers: number; steps: Group['steps'] }[] };
    }>(
      house.url,
      analyst,
      `{ survival(period: { from: "${from}", to: "${to}" }, days: 365, by: LATE, where: [{ dimension: SHOP, in: ["demo"] }]) { curves { key { value } customers steps { day atRisk back share interval { low high } } } } }`,
    );
    const found = await secondOrders('LATE');
    for (const code of ['late', 'on_time']) {
      const curve = survival.curves.find(({ key }) => key[0]?.value === code);
      const own = groupOf(found, code);
      expect(own?.customers).toBe(curve?.customers);
      expect(own?.steps.length).toBe(curve?.steps.length);
      own?.steps.forEach((step, at) => {
        const other = curve?.steps[at];
        expect([step.day, step.atRisk, step.back]).toEqual([other?.day, other?.atRisk, other?.back]);
        expect(step.share).toBeCloseTo(other?.share ?? NaN, 9);
        expect(step.interval?.high).toBeCloseTo(other?.interval?.high ?? NaN, 9);
      });
    }
  });

  it('hold each group against one reference, by delay, failure and what was given', async () => {
    for (const [by, reference] of [
      ['DELAY', 'on_time'],
      ['FAILURE', 'none'],
      ['RECOVERY', 'not_given'],
    ] as const) {
      const found = await secondOrders(by);
      expect(found.refusal).toBeNull();
      expect(found.groups.filter((group) => group.reference).map(({ group }) => group.code)).toEqual([reference]);
      expect(found.groups.length).toBeGreaterThan(1);
    }
    const delay = await secondOrders('DELAY');
    const shares = ['late_1_3', 'late_4_7'].map((code) => groupOf(delay, code)?.difference?.value ?? NaN);
    expect(shares[1]).toBeLessThan(shares[0] ?? NaN);
  });

  it('say kindly why they tell nothing', async () => {
    const { refusal, groups } = await secondOrders('LATE', 'nowhere');
    expect(refusal?.code).toBe('NO_ORDERS');
    expect(groups).toEqual([]);
  });
});

interface Hurt {
  total: number;
  customers: { customerId: string; orderId: string; alive: number; atStake: { amount: string } }[];
}
const HURT =
  '{ hurtCustomers(shop: "demo", limit: 100) { total customers { customerId orderId alive atStake { amount } } } }';
const hurt = async (): Promise<Hurt> => (await askFor<{ hurtCustomers: Hurt }>(house.url, analyst, HURT)).hurtCustomers;

describe('what customers are expected to do', () => {
  it('is checked on days the model had not seen, and adds up', async () => {
    const { customerValue } = await askFor<{
      customerValue: {
        customers: number;
        model: { code: string };
        bands: { customers: number; orders: number }[];
        orders: { value: number; interval: Range };
        check: { actual: number; expected: number; error: number; weeks: { actual: number; heldOut: boolean }[] };
        lapses: { failure: { code: string }; lapsed: number; back: number }[];
      };
    }>(
      house.url,
      analyst,
      '{ customerValue(shop: "demo") { customers model { code } bands { customers orders } orders { value interval { low high } } check { actual expected error weeks { actual heldOut } } lapses { failure { code } lapsed back } } }',
    );
    const { customers, bands, orders, check, model, lapses } = customerValue;
    expect(customers).toBe(house.truth.customers.withValidOrder);
    expect(bands.reduce((sum, band) => sum + band.customers, 0)).toBe(customers);
    expect(bands.reduce((sum, band) => sum + band.orders, 0)).toBeCloseTo(orders.value, 6);
    // Customers of this shop may leave after any order.
    expect(model.code).toBe('MBG_NBD');
    expect(Math.abs(check.error)).toBeLessThan(0.25);
    expect(check.weeks.some(({ heldOut }) => heldOut)).toBe(true);
    expect(lapses.find(({ failure }) => failure.code === 'all')?.back).toBeGreaterThan(0);
  });

  it('is the same on the page of a customer as in the list of those who were hurt', async () => {
    const [first] = (await hurt()).customers;
    const { customer } = await askFor<{ customer: { outlook: { alive: number } } }>(
      house.url,
      analyst,
      `{ customer(id: "${first?.customerId}") { outlook { alive orders90 orders365 value365 { amount } } } }`,
    );
    expect(customer.outlook.alive).toBeCloseTo(first?.alive ?? NaN, 12);
  });

  it('has no model of a shop that is not there', async () => {
    const { customerValue } = await askFor<{ customerValue: { refusal: { code: string } } }>(
      house.url,
      analyst,
      '{ customerValue(shop: "nowhere") { refusal { code } } }',
    );
    expect(customerValue.refusal.code).toBe('NO_ORDERS');
  });
});

describe('failures', () => {
  it('have a price, part by part, also for executives, who see no customers', async () => {
    const { valueAtStake } = await askFor<{
      valueAtStake: {
        failures: {
          failure: { code: string };
          each: { amount: { amount: string }; low: { amount: string }; high: { amount: string } } | null;
        }[];
      };
    }>(
      house.url,
      executive,
      '{ valueAtStake(shop: "demo") { failures { failure { code } each { amount { amount } low { amount } high { amount } } } } }',
    );
    const late = valueAtStake.failures.find(({ failure }) => failure.code === 'late')?.each;
    expect(Number(late?.low.amount)).toBeGreaterThan(0);
    expect(Number(late?.amount.amount)).toBeGreaterThan(Number(late?.low.amount));
    expect(Number(late?.high.amount)).toBeGreaterThan(Number(late?.amount.amount));
    const { answer } = await ask(house.url, executive, HURT);
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});

interface Payload {
  opened?: number;
  heldOut?: number;
  recoveryCase?: { version: number; outcome: { code: string } | null } | null;
  userErrors: { code: string }[];
}
const change = async (name: string, input: string): Promise<Payload> => {
  const fields = name === 'openRecovery' ? 'opened heldOut' : 'recoveryCase { version outcome { code } }';
  const mutation = `mutation { ${name}(input: { ${input} }) { ${fields} userErrors { code text { en zh } } } }`;
  return (await askFor<Record<string, Payload>>(house.url, analyst, mutation))[name] as Payload;
};
const refusedAs = ({ userErrors }: Payload): string[] => userErrors.map(({ code }) => code);

interface Case {
  id: string;
  orderId: string;
  arm: string;
  owner: string | null;
}
const cases = async (arm: string): Promise<Case[]> =>
  (
    await askFor<{ recoveryCases: { nodes: Case[] } }>(
      house.url,
      analyst,
      `{ recoveryCases(first: 100, where: { shop: "demo", arm: ${arm} }) { nodes { id orderId arm owner } } }`,
    )
  ).recoveryCases.nodes;

interface Standing {
  open: number;
  due: number;
  closed: number;
  share: number | null;
  verdict: string;
  contacted: { customers: number; back: number } | null;
  heldOut: { customers: number; back: number } | null;
}
const standing = async (): Promise<Standing> =>
  (
    await askFor<{ recoveryStanding: Standing }>(
      house.url,
      analyst,
      '{ recoveryStanding(shop: "demo") { open due closed share verdict contacted { customers back } heldOut { customers back } } }',
    )
  ).recoveryStanding;

describe('the recovery queue', () => {
  it('takes those with most at stake, and draws who is left alone', async () => {
    const before = await hurt();
    const wanted = Math.min(60, before.total);
    const done = await change('openRecovery', `shop: "demo", customers: ${wanted}, owner: "Lin", holdOutShare: 0.5`);
    expect(refusedAs(done)).toEqual([]);
    expect((done.opened ?? 0) + (done.heldOut ?? 0)).toBe(wanted);
    const [contact, alone] = [await cases('CONTACT'), await cases('HOLD_OUT')];
    expect([contact.length, alone.length]).toEqual([done.opened, done.heldOut]);
    expect(new Set([...contact, ...alone].map(({ orderId }) => orderId))).toEqual(
      new Set(before.customers.slice(0, wanted).map(({ orderId }) => orderId)),
    );
    expect(new Set(contact.map(({ owner }) => owner))).toEqual(new Set(['Lin']));
    expect(new Set(alone.map(({ owner }) => owner))).toEqual(new Set([null]));
    expect((await hurt()).total).toBe(before.total - wanted);
  });

  it('leaves the hold-out alone, closes with an outcome, and writes both down', async () => {
    const [[first], [alone]] = [await cases('CONTACT'), await cases('HOLD_OUT')];
    const record = (id: string | undefined, rest: string) => change('recordRecovery', `id: "${id}", ${rest}`);
    expect(refusedAs(await record(alone?.id, 'version: 1, action: CALLED'))).toEqual(['HOLD_OUT']);
    expect(refusedAs(await record(first?.id, 'version: 1, outcome: SETTLED'))).toEqual(['NO_ACTION']);
    const called = await record(first?.id, 'version: 1, action: CALLED');
    expect(called.recoveryCase?.version).toBe(2);
    expect(refusedAs(await record(first?.id, 'version: 1, outcome: SETTLED'))).toEqual(['CHANGED_MEANWHILE']);
    const closed = await record(first?.id, 'version: 2, outcome: SETTLED');
    expect(closed.recoveryCase?.outcome?.code).toBe('settled');
    expect(refusedAs(await record(first?.id, 'version: 3, owner: "Wang"'))).toEqual(['CLOSED']);
    expect(refusedAs(await record('999999', 'version: 1'))).toEqual(['NOT_FOUND']);
    const { rows } = await house.database.pool.query<{ action: string }>(
      `select action from ops.audit where action like 'recovery.%' order by id`,
    );
    expect(rows.map(({ action }) => action)).toEqual(['recovery.open', 'recovery.record', 'recovery.close']);
    expect(await standing()).toMatchObject({ closed: 1, due: 1, share: 1, verdict: 'TOO_FEW' });
  });

  it('refuses what makes no sense', async () => {
    expect(refusedAs(await change('openRecovery', 'shop: "demo", customers: 0'))).toEqual(['OUT_OF_RANGE']);
    expect(refusedAs(await change('openRecovery', 'shop: "demo", customers: 5, holdOutShare: 0.9'))).toEqual([
      'OUT_OF_RANGE',
    ]);
    expect(refusedAs(await change('openRecovery', 'shop: "nowhere", customers: 5'))).toEqual(['NOBODY']);
  });

  it('compares those who were drawn once their days are over', async () => {
    const { pool } = house.database;
    // Two hundred customers of long ago, drawn by the last digit of their order; the contacted among those who came back.
    await pool.query(
      `insert into ops.recovery_cases (shop, customer_id, order_id, failures, hurt_on, value_at_stake_minor, currency, arm, assigned_on, due_on, opened_by)
       select 'demo', o.customer_id, o.order_id, '{late}', o.ordered_on, 100, 'CNY', case when back then 'contact' else 'hold_out' end, o.ordered_on, o.ordered_on + 7, 'test'
       from (select j.*, j.valid_next_on <= j.ordered_on + 60 as back, row_number() over (partition by coalesce(j.valid_next_on <= j.ordered_on + 60, false) order by j.order_id) as nth
         from journey.order_journey j where j.shop = 'demo' and j.identified and j.valid_first_of_day and j.ordered_on between '2025-06-01' and '2025-12-31') o
       where nth <= 100 on conflict do nothing`,
    );
    const { contacted, heldOut, verdict } = await standing();
    expect(contacted).toEqual({ customers: 100, back: 100 });
    expect(heldOut).toEqual({ customers: 100, back: 0 });
    expect(verdict).toBe('HELPS');

    // Three of those who came back left over: executives are told neither how many nor, in words, by how much.
    await pool.query(
      `delete from ops.recovery_cases where opened_by = 'test' and arm = 'contact'
       and id not in (select id from ops.recovery_cases where opened_by = 'test' and arm = 'contact' order by id limit 3)`,
    );
    const asked = '{ recoveryStanding(shop: "demo") { contacted { customers } difference words { en zh } } }';
    type Told = { recoveryStanding: { contacted: unknown; difference: unknown; words: { en: string; zh: string } } };
    const few = (await askFor<Told>(house.url, executive, asked)).recoveryStanding;
    expect(few).toMatchObject({ contacted: null, difference: null });
    expect(`${few.words.en} ${few.words.zh}`).not.toMatch(/\d/);
    expect((await askFor<Told>(house.url, analyst, asked)).recoveryStanding.words.en).toMatch(/3 contacted/);
  });
});
