import { shop, type Shop } from '../../testkit/shop.ts';
import { writer } from './written.ts';

const usual = { case_type: 'request', phase: 'after_sale', status: 'closed', channel: 'chat', handled_by: 'human' };

/**
 * The last day is 03-31. Desks without a policy are open 09:00–21:00.
 *
 *      of   opened             first answer         promised answer    resolved               promised           rated
 * K1   Ada  03-01 10:00 chat   10:05    5 min       10:30 kept         11:00          1 h     12:00 kept         5 at 11:05
 * K2   Ada  03-04 10:00 chat   10:45   45 min       10:30 broken       03-05 10:00   24 h     20:00 broken       2 on 03-05 (order of K1)
 * K3   Bo   03-10 09:00 mail   –       never        03-11 09:00 broken –                      03-12 broken       –
 * K4   Cy   03-28 09:00 chat   09:15   15 min       03-31 kept         –                      04-02 not due      4 in April
 */
function answers(made: Shop): void {
  const write = writer(made);
  write('service_cases', 'K1', {
    ...usual,
    customer: 'Ada',
    order: 'A1',
    opened_at: '2024-03-01 10:00',
    first_response_at: '2024-03-01 10:05',
    response_due_at: '2024-03-01 10:30',
    resolved_at: '2024-03-01 11:00',
    resolution_due_at: '2024-03-01 12:00',
    replies: 1,
    csat: 5,
    csat_at: '2024-03-01 11:05',
    tone_start: 0,
    tone_end: 1,
    flow_followed: true,
  });
  write('service_cases', 'K2', {
    ...usual,
    customer: 'Ada',
    order: 'A1',
    opened_at: '2024-03-04 10:00',
    first_response_at: '2024-03-04 10:45',
    response_due_at: '2024-03-04 10:30',
    resolved_at: '2024-03-05 10:00',
    resolution_due_at: '2024-03-04 20:00',
    replies: 3,
    reopens: 1,
    transfers: 2,
    csat: 2,
    csat_at: '2024-03-05 12:00',
    tone_start: -1,
    tone_end: -1,
    flow_followed: false,
  });
  write('service_cases', 'K3', {
    ...usual,
    customer: 'Bo',
    channel: 'email',
    topic: 'invoice',
    opened_at: '2024-03-10 09:00',
    response_due_at: '2024-03-11 09:00',
    resolution_due_at: '2024-03-12 09:00',
    reopens: 1,
    status: 'open',
  });
  write('service_cases', 'K4', {
    ...usual,
    customer: 'Cy',
    topic: 'advice',
    opened_at: '2024-03-28 09:00',
    first_response_at: '2024-03-28 09:15',
    response_due_at: '2024-03-31 09:00',
    resolution_due_at: '2024-04-02 09:00',
    transfers: 1,
    csat: 4,
    csat_at: '2024-04-02 09:00',
    tone_start: 1,
    tone_end: 1,
    status: 'open',
  });
}

/**
 *      of    opened             who                 handed over → joined, answered      resolved
 * K5   Di    03-06 20:59 chat   bot, then human     21:00 → 21:02, 21:02                03-07 10:00, survey: 3 on 03-08
 * K6   Eve   03-07 10:00 chat   bot                 –                                   10:01
 * K7   Flo   03-08 10:00 chat   bot, then human     10:05 → nobody                      –
 * K8   Gil   03-09 10:00 phone  answered after 30 s (its first answer)                  10:10, where is my order
 * K9   Hal   03-09 11:00 phone  hung up after 40 s
 * K10  Ida   03-09 12:00 phone  hung up after 3 s
 * K11  Jo    03-31 23:00 form   –
 */
function handlers(made: Shop): void {
  const write = writer(made);
  write('service_cases', 'K5', {
    ...usual,
    customer: 'Di',
    handled_by: 'bot_then_human',
    opened_at: '2024-03-06 20:59',
    handed_over_at: '2024-03-06 21:00',
    human_joined_at: '2024-03-06 21:02',
    first_response_at: '2024-03-06 21:02',
    resolved_at: '2024-03-07 10:00',
    replies: 2,
  });
  write('surveys', 'V1', {
    customer: 'Di',
    case: 'K5',
    kind: 'csat',
    subject: 'service',
    sent_at: '2024-03-07 11:00',
    answered_at: '2024-03-08 09:00',
    score: 3,
  });
  write('service_cases', 'K6', {
    ...usual,
    customer: 'Eve',
    handled_by: 'bot',
    opened_at: '2024-03-07 10:00',
    resolved_at: '2024-03-07 10:01',
  });
  write('service_cases', 'K7', {
    ...usual,
    customer: 'Flo',
    handled_by: 'bot_then_human',
    opened_at: '2024-03-08 10:00',
    handed_over_at: '2024-03-08 10:05',
    status: 'open',
  });
  const call = { ...usual, channel: 'phone' };
  write('service_cases', 'K8', {
    ...call,
    customer: 'Gil',
    topic: 'where_is_my_order',
    opened_at: '2024-03-09 10:00',
    first_response_at: '2024-03-09 10:00:30',
    resolved_at: '2024-03-09 10:10',
    replies: 1,
    call_answered: true,
    waited_seconds: 30,
    call_back_promised_at: '2024-03-10 10:00',
    called_back_at: '2024-03-10 09:00',
  });
  write('service_cases', 'K9', {
    ...call,
    customer: 'Hal',
    status: 'open',
    opened_at: '2024-03-09 11:00',
    call_answered: false,
    waited_seconds: 40,
    call_back_promised_at: '2024-03-10 10:00',
  });
  write('service_cases', 'K10', {
    ...call,
    customer: 'Ida',
    status: 'open',
    opened_at: '2024-03-09 12:00',
    call_answered: false,
    waited_seconds: 3,
    call_back_promised_at: '2024-04-01 10:00',
  });
  write('service_cases', 'K11', {
    ...usual,
    customer: 'Jo',
    channel: 'form',
    status: 'open',
    opened_at: '2024-03-31 23:00',
  });
}

/** K5 in full: the bot answers at once; the human after 120 s and again, unasked, at 21:04; another question waits 60 s. K7 waits to this day. */
function talk(made: Shop): void {
  const write = writer(made);
  const said = (about: string, customer: string, events: [kind: string, at: string][]) =>
    events.forEach(([kind, at], nth) =>
      write('case_events', `${about}/${nth}`, { customer, case: about, kind, occurred_at: `2024-03-${at}` }),
    );
  said('K5', 'Di', [
    ['opened', '06 20:59'],
    ['customer_message', '06 20:59'],
    ['bot_reply', '06 20:59'],
    ['handed_over', '06 21:00'],
    ['customer_message', '06 21:01'],
    ['agent_reply', '06 21:02'],
    ['agent_reply', '06 21:04'],
    ['customer_message', '06 21:05'],
    ['agent_reply', '06 21:06'],
  ]);
  said('K7', 'Flo', [
    ['opened', '08 10:00'],
    ['bot_reply', '08 10:00'],
    ['handed_over', '08 10:05'],
  ]);
}

/** Two parcels of one order of March; effort 7, 5 and 2, one not answered; samples 80 and 91.5, two trainings, one without a test. */
export function service(): Shop {
  const made = shop();
  const write = writer(made);
  made.customer('Ada').ordered('A1', '2024-02-20 10:00', { region: 'east' });
  made.customer('Bo').ordered('B1', '2024-03-31 10:00');
  for (const name of ['Cy', 'Di', 'Eve', 'Flo', 'Gil', 'Hal', 'Ida', 'Jo']) made.customer(name);
  answers(made);
  handlers(made);
  talk(made);
  for (const parcel of ['P1', 'P2']) write('shipments', parcel, { customer: 'Bo', order: 'B1' });
  [7, 5, 2, null].forEach((score, nth) =>
    write('surveys', `E${nth}`, {
      customer: 'Bo',
      kind: 'ces',
      subject: 'service',
      sent_at: '2024-03-12 10:00',
      ...(score === null ? {} : { score, answered_at: '2024-03-13 10:00' }),
    }),
  );
  write('assessments', 'Q1', { agent_code: 'a1', kind: 'qa', score: 80, happened_on: '2024-03-03' });
  write('assessments', 'Q2', { agent_code: 'a1', kind: 'qa', score: 91.5, happened_on: '2024-03-04' });
  write('assessments', 'T1', { agent_code: 'a1', kind: 'training', score: 60, happened_on: '2024-03-05' });
  write('assessments', 'T2', { agent_code: 'a2', kind: 'training', happened_on: '2024-03-06' });
  write('assessments', 'T3', { agent_code: 'a2', kind: 'training', happened_on: '2024-04-06' });
  return made;
}
