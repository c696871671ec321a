import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyAudit } from '@rapport/model/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, openDemoHouse, type Answer, type DemoHouse, type Role } from '../testkit/demo-house.ts';

const REASON = 'Parcel came back, the courier needs the door';
let house: DemoHouse;
let steward: (query: string, variables?: Record<string, unknown>) => Promise<Answer>;

async function signedIn(role: Role): Promise<typeof steward> {
  const link = await fetch(await house.signInLink(role), { redirect: 'manual' });
  const cookie = link.headers.get('set-cookie')!.split(';')[0]!;
  return async (query, variables = {}) => {
    const response = await fetch(new URL('/graphql', house.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-rapport-client': 'test', cookie },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  };
}

const REVEAL = `mutation ($input: RevealInput!) { revealContacts(input: $input) { contacts { field value customerId } left userErrors { code field text { en zh } } } }`;
interface Revealed {
  contacts: { field: string; value: string | null; customerId: string }[];
  left: number | null;
  userErrors: { code: string; field: string | null }[];
}
const reveal = async (input: Record<string, unknown>, as = steward): Promise<Revealed> =>
  (await as(REVEAL, { input: { reason: REASON, ...input } })).data!['revealContacts'] as Revealed;
const audited = async (): Promise<{ actor: string; subject: string; detail: Record<string, unknown> }[]> =>
  (
    await house.database.pool.query(
      `select actor, subject, detail from ops.audit where action = 'personal.reveal' order by id`,
    )
  ).rows;

interface Known {
  id: string;
  externalId: string;
  nameMasked: string;
}
let customers: Known[];
let people: Map<string, { NAME: string; PHONE: string; EMAIL: string }>;

beforeAll(async () => {
  house = await openDemoHouse({ orders: 200, seed: 'reveal', sources: ['demo', 'demo_helpdesk'], operated: true });
  steward = await signedIn('steward');
  const [header = '', ...lines] = readFileSync(join(house.shopDirectory, 'demo', 'customers.csv'), 'utf8')
    .trimEnd()
    .split('\n');
  const at = (name: string) => header.split(',').indexOf(name);
  people = new Map(
    lines.map((line) => {
      const cells = line.split(',');
      const cell = (name: string) => cells[at(name)] ?? '';
      return [cell('uid'), { NAME: cell('real_name'), PHONE: cell('mobile'), EMAIL: cell('email') }];
    }),
  );
  const { data } = await steward('{ customers(first: 50) { nodes { id externalId nameMasked } } }');
  customers = (data!['customers'] as { nodes: Known[] }).nodes.filter(({ nameMasked }) => nameMasked);
});
afterAll(() => house.close());

test('a steward who says why is told what the source gave, and everywhere else the masks stay', async () => {
  const [one] = customers as [Known];
  const { contacts, left, userErrors } = await reveal({ customer: one.id });
  expect(userErrors).toEqual([]);
  expect(left).toBe(29);
  const own = Object.fromEntries(
    contacts.filter(({ customerId }) => customerId === one.id).map(({ field, value }) => [field, value]),
  );
  expect(own).toEqual(people.get(one.externalId));
  const again = await steward(`{ customer(id: "${one.id}") { nameMasked phoneMasked } }`);
  expect(again.data).toEqual({
    customer: { nameMasked: one.nameMasked, phoneMasked: expect.stringMatching(/^\d{3}\*{4}\d{4}$/) },
  });
});

test('of a case its customer is revealed, and the audit names the case', async () => {
  const { data } = await steward('{ serviceCases(first: 1) { nodes { id customer { id } } } }');
  const [found] = (data!['serviceCases'] as { nodes: { id: string; customer: { id: string } }[] }).nodes;
  const { userErrors } = await reveal({ serviceCase: found!.id });
  expect(userErrors).toEqual([]);
  expect((await audited()).at(-1)).toMatchObject({
    actor: 'user test-steward',
    subject: `case ${found!.id}`,
    detail: { reason: REASON, customer: found!.customer.id },
  });
});

test('each reveal is one entry of the chained audit, with who, whom and why, and no value', async () => {
  const before = (await audited()).length;
  const [one] = customers as [Known];
  await reveal({ customer: one.id, reason: '  Ring about order 384756102938475610  ' });
  const entries = (await audited()).slice(before);
  expect(entries).toEqual([
    {
      actor: 'user test-steward',
      subject: `customer ${one.id}`,
      detail: {
        reason: 'Ring about order 384756102938475610',
        customer: one.id,
        fields: expect.arrayContaining(['name', 'phone', 'email']),
      },
    },
  ]);
  const { NAME, PHONE, EMAIL } = people.get(one.externalId)!;
  const whole = JSON.stringify(await audited());
  for (const value of [NAME, PHONE, EMAIL]) expect(whole).not.toContain(value);
  expect((await verifyAudit(house.database.pool)).faults).toEqual([]);
});

describe('nothing is revealed, and nothing written,', () => {
  test.each<[string, Record<string, unknown>, string, string | null]>([
    ['without a reason', { reason: ' short ' }, 'REASON_NEEDED', 'reason'],
    ['for a reason of a thousand letters', { reason: 'x'.repeat(1000) }, 'REASON_NEEDED', 'reason'],
    ['for a reason that names a number', { reason: 'asked by 138-1234-5678 today' }, 'REASON_NAMES_CONTACT', 'reason'],
    [
      'for a reason that names an address',
      { reason: 'wrote from li.na@example.com' },
      'REASON_NAMES_CONTACT',
      'reason',
    ],
    ['of nobody', { customer: '00000000-0000-4000-8000-000000000000' }, 'NOT_FOUND', 'customer'],
    ['of what is no id', { customer: `x' or true --` }, 'NOT_FOUND', 'customer'],
    ['of no case', { customer: null, serviceCase: '1' }, 'NOT_FOUND', 'serviceCase'],
    ['of two at once', { serviceCase: '1' }, 'ONE_NEEDED', 'customer'],
    ['of none', { customer: null }, 'ONE_NEEDED', 'customer'],
  ])('%s', async (_, input, code, field) => {
    const before = (await audited()).length;
    const { contacts, left, userErrors } = await reveal({ customer: customers[0]!.id, ...input });
    expect({ contacts, left, errors: userErrors.map((each) => [each.code, each.field]) }).toEqual({
      contacts: [],
      left: null,
      errors: [[code, field]],
    });
    expect((await audited()).length).toBe(before);
  });

  test.each<Role>(['executive', 'analyst', 'operator'])('to an %s', async (role) => {
    const as = await signedIn(role);
    const { data, errors } = await as(REVEAL, { input: { customer: customers[0]!.id, reason: REASON } });
    expect([data ?? null, errors?.[0]?.extensions?.['code']]).toEqual([null, 'FORBIDDEN']);
  });

  test('to a program, though its key be a steward’s', async () => {
    const { answer } = await ask(house.url, await house.key('steward'), REVEAL, {
      input: { customer: customers[0]!.id, reason: REASON },
    });
    expect((answer.data!['revealContacts'] as Revealed).userErrors.map(({ code }) => code)).toEqual(['PERSON_NEEDED']);
  });

  test('while the audit cannot be written', async () => {
    const { pool } = house.database;
    await pool.query(
      `alter table ops.audit add constraint shut check (action <> 'personal.reveal' or detail ->> 'reason' <> 'The disk of the audit is full') not valid`,
    );
    const { data, errors } = await steward(REVEAL, {
      input: { customer: customers[0]!.id, reason: 'The disk of the audit is full' },
    });
    await pool.query('alter table ops.audit drop constraint shut');
    expect([data ?? null, errors?.length]).toEqual([null, 1]);
  });
});

test('thirty an hour and no more, though they be asked at once', async () => {
  const before = (await audited()).length;
  const all = await Promise.all(Array.from({ length: 40 }, (_, n) => reveal({ customer: customers[n % 20]!.id })));
  expect(all.filter(({ userErrors }) => userErrors.length === 0).length).toBe(30 - before);
  expect(new Set(all.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)))).toEqual(
    new Set(['TOO_MANY_REVEALS']),
  );
  expect((await audited()).length).toBe(30);
});
