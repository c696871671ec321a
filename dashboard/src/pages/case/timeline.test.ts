import { expect, it } from 'vitest';
import { timelineOf } from './timeline.ts';

type Told = Parameters<typeof timelineOf>[0];
const UNTIL = Date.parse('2024-03-10T16:00:00Z');

const event = (id: string, code: string, occurredAt: string) => ({
  id,
  kind: { code, label: { en: code, zh: code } },
  occurredAt,
  agentCode: null,
  detail: null,
});

const told = (change: Partial<Told>): Told =>
  ({
    responseDueAt: null,
    resolutionDueAt: null,
    callBackPromisedAt: null,
    calledBackAt: null,
    events: [],
    ...change,
  }) as unknown as Told;

it('what happened stands in time, each with who did it and how long after the event before', () => {
  const rows = timelineOf(
    told({
      events: [
        event('2', 'bot_reply', '2024-03-01T10:00:05Z'),
        event('1', 'opened', '2024-03-01T10:00:00Z'),
        event('3', 'agent_reply', '2024-03-01T10:05:05Z'),
      ],
    }),
    UNTIL,
  );
  expect(rows.map((row) => (row.kind === 'event' ? [row.key, row.side, row.gapSeconds] : row.key))).toEqual([
    ['1', 'customer', null],
    ['2', 'bot', 5],
    ['3', 'shop', 300],
  ]);
});

it('promises stand among the events, kept, broken or not decided; an absent one is not drawn', () => {
  const rows = timelineOf(
    told({
      events: [event('1', 'opened', '2024-03-01T10:00:00Z'), event('2', 'closed', '2024-03-05T10:00:00Z')],
      responseDueAt: '2024-03-01T10:10:00Z',
      respondedInTime: true,
      resolutionDueAt: '2024-03-06T10:00:00Z',
      callBackPromisedAt: '2024-03-02T10:00:00Z',
      calledBackAt: '2024-03-02T11:00:00Z',
    }),
    UNTIL,
  );
  expect(rows.map((row) => (row.kind === 'promise' ? [row.promise, row.kept] : row.key))).toEqual([
    '1',
    ['response', true],
    ['callBack', false],
    '2',
    ['resolution', null],
  ]);
  const waiting = timelineOf(told({ callBackPromisedAt: '2024-03-12T10:00:00Z' }), UNTIL);
  expect(waiting).toMatchObject([{ promise: 'callBack', kept: null }]);
  const forgotten = timelineOf(told({ callBackPromisedAt: '2024-03-02T10:00:00Z' }), UNTIL);
  expect(forgotten).toMatchObject([{ promise: 'callBack', kept: false }]);
  const kept = timelineOf(
    told({ callBackPromisedAt: '2024-03-02T10:00:00Z', calledBackAt: '2024-03-02T09:00:00Z' }),
    UNTIL,
  );
  expect(kept).toMatchObject([{ promise: 'callBack', kept: true }]);
});
