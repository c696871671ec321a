import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { realData } from '../testkit/index.ts';
import { figures, ForeignHouses } from './house.ts';

const houses = new ForeignHouses();
const NAME = 'incident_event_log.csv';
const header =
  'number,ident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,opened_by,opened_at,sys_created_by,sys_created_at,sys_updated_by,sys_updated_at,contact_type,location,category,category,u_symptom,cmdb_ci,impact,urgency,priority,assignment_group,assigned_to,knowledge,u_priority_confirmation,notify,problem_id,rfc,vendor,caused_by,closed_code,resolved_by,resolved_at,closed_at';

interface Update {
  state: string;
  at: string;
  transfers?: number;
  reopens?: number;
  sla?: boolean;
  agent?: string;
  resolved?: string;
  closed?: string;
}

/** One case, update by update. */
function written(number: string, updates: readonly Update[]): string[] {
  return updates.map(
    ({ state, at, transfers = 0, reopens = 0, sla = true, agent = '?', resolved = '?', closed = '?' }, n) =>
      [
        number,
        state,
        state !== 'Closed',
        transfers,
        reopens,
        n,
        sla,
        `p${number}`,
        7,
        '29/2/2016 01:16',
        6,
        '?',
        21,
        at,
        'Phone',
        143,
        55,
        170,
        '?',
        '?',
        2,
        2,
        3,
        56,
        agent,
        true,
        false,
        'Do Not Notify',
        '?',
        '?',
        '?',
        '?',
        5,
        149,
        resolved,
        closed,
      ].join(','),
  );
}

const summary = `select (select count(*)::int from core.case_events) as events, (select count(*)::int from core.service_cases) as cases,
  (select count(*)::int from core.service_cases where sla_kept) as sla_kept,
  (select count(*)::int from core.service_cases where reopens > 0) as reopened,
  (select count(*)::int from core.service_cases where resolved_at is null) as unresolved,
  (select count(*)::int from core.service_cases where status = 'closed') as closed,
  (select count(distinct customer_id)::int from core.service_cases) as callers,
  (select min(occurred_at)::text from core.case_events) as first_update,
  (select round(avg(extract(epoch from closed_at - opened_at)) / 3600, 1)::float from core.service_cases) as hours_to_close`;

const iso = (text: string) =>
  text.replace(
    /^(\d+)\/(\d+)\/(\d+) (.*)$/,
    (_all, d: string, m: string, y: string, time: string) =>
      `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}T${time}:00Z`,
  );

/** The same figures from the text of the file, with nothing of the product. */
function counted(text: string): Record<string, unknown> {
  const rows = text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
  const last = [...new Map(rows.map((row) => [row[0], row])).values()];
  const hours = last.map((row) => (Date.parse(iso(row[35] ?? '')) - Date.parse(iso(row[9] ?? ''))) / 3_600_000);
  return {
    events: rows.length,
    cases: last.length,
    sla_kept: last.filter((row) => row[6] === 'true').length,
    reopened: last.filter((row) => row[4] !== '0').length,
    unresolved: last.filter((row) => row[34] === '?').length,
    closed: last.filter((row) => row[1] === 'Closed').length,
    hours_to_close: Number((hours.reduce((sum, one) => sum + one, 0) / hours.length).toFixed(1)),
  };
}

it('a small log of the same shape is mapped, and its one bad day is refused by name', async () => {
  const house = await houses.open();
  const folder = mkdtempSync(join(tmpdir(), 'rapport-incidents-'));
  const lines = [
    ...written('1', [
      { state: 'New', at: '29/2/2016 01:23' },
      { state: 'Active', at: '29/2/2016 02:00', transfers: 1, agent: 'a1' },
      { state: 'Resolved', at: '1/3/2016 09:05', transfers: 1, agent: 'a1', resolved: '1/3/2016 09:00' },
      { state: 'Active', at: '2/3/2016 10:00', transfers: 1, reopens: 1, sla: false, agent: 'a2' },
      {
        state: 'Closed',
        at: '6/3/2016 10:00',
        transfers: 1,
        reopens: 1,
        sla: false,
        agent: 'a2',
        resolved: '5/3/2016 09:00',
        closed: '6/3/2016 10:00',
      },
    ]),
    ...written('2', [
      { state: 'New', at: '12/31/2016 01:23' },
      { state: 'Awaiting User Info', at: '1/1/2017 01:23' },
    ]),
  ];
  writeFileSync(join(folder, NAME), `${[header, ...lines].join('\n')}\n`);
  await houses.load(house, 'incidents', folder);
  expect(await figures(house, 'select line_no, reason, field from ops.quarantine')).toEqual({
    line_no: 7,
    reason: 'invalid_date',
    field: 'updated_at',
  });
  const { rows: events } = await house.pool.query(
    'select kind, detail, occurred_at from core.case_events order by occurred_at',
  );
  const at = (text: string) => new Date(`${text}:00Z`);
  expect(events).toEqual([
    { kind: 'opened', detail: 'New', occurred_at: at('2016-02-29T01:23') },
    { kind: 'transferred', detail: 'Active', occurred_at: at('2016-02-29T02:00') },
    { kind: 'resolved', detail: 'Resolved', occurred_at: at('2016-03-01T09:05') },
    { kind: 'reopened', detail: 'Active', occurred_at: at('2016-03-02T10:00') },
    { kind: 'closed', detail: 'Closed', occurred_at: at('2016-03-06T10:00') },
    { kind: 'opened', detail: 'Awaiting User Info', occurred_at: at('2017-01-01T01:23') },
  ]);
  const { rows: cases } = await house.pool.query(
    'select external_id, channel, topic, status, transfers, reopens, sla_kept, agent_code, resolved_at from core.service_cases order by 1',
  );
  const both = { channel: 'phone', topic: 'subcategory_170' };
  expect(cases).toEqual([
    {
      ...both,
      external_id: '1',
      status: 'closed',
      transfers: 1,
      reopens: 1,
      sla_kept: false,
      agent_code: 'a2',
      resolved_at: at('2016-03-05T09:00'),
    },
    {
      ...both,
      external_id: '2',
      status: 'pending',
      transfers: 0,
      reopens: 0,
      sla_kept: true,
      agent_code: null,
      resolved_at: null,
    },
  ]);
});

const real = realData('service/uci_incident_event_log');

it.skipIf(!real)(
  `the real log gives the figures counted from its text${real ? '' : ' (skipped: no real data)'}`,
  async () => {
    const house = await houses.open();
    const report = await houses.load(house, 'incidents', real ?? '');
    expect(report.feeds).toMatchObject(
      ['service_cases', 'case_events'].map((feed) => ({ feed, quarantined: 0, pending: 0, duplicate: 0 })),
    );
    const found = await figures(house, summary);
    expect(found).toMatchObject(counted(readFileSync(join(real ?? '', NAME), 'utf8')));
    expect(found).toMatchObject({
      events: 141_712,
      cases: 24_918,
      sla_kept: 15_803,
      reopened: 275,
      closed: 24_918,
      hours_to_close: 315.3,
    });
  },
);
