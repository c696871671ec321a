import { across, count, mean, people, percentile, seconds, share, type Asked } from './form.ts';

const cases = 'asked.cases';
const opened = 'opened_on';
const complaint = `r.case_type = 'complaint'`;
const over = (days: number, day = 'opened_on'): string => `r.${day} + ${days} <= r.as_of`;
const byBotAlone = `(r.handled_by = 'bot')`;
const wantedHuman = `(r.handed_over_at is not null or ${byBotAlone} is not true)`;
const withBot = `r.handled_by in ('bot', 'bot_then_human')`;
const dueAnswer = `${byBotAlone} is not true and r.response_due_on <= r.as_of`;
const settledByWord = `coalesce(r.sla_kept, r.resolved_at <= r.resolution_due_at, false)`;
const isDue = 'r.sla_kept is not null or r.resolution_due_on <= r.as_of';
const asking = `coalesce(r.handed_over_at, r.opened_at)`;
const overOn = (from: string, hours: string): string =>
  `((${from} + interval '${hours}') at time zone r.zone)::date <= r.as_of`;
const cameBack = `r.came_back_at <= coalesce(r.resolved_at, r.opened_at) + interval '7 days'`;
const placed = count('asked.orders', 'ordered_on');
const parcels = count('asked.parcels', 'ordered_on');
const minutes = 60;
const hours = 3600;
const responded = seconds('r.opened_at', 'r.first_response_at');
const resolved = seconds('r.opened_at', 'r.resolved_at');
const calls = `r.call_answered is not null`;
const rated = 'r.csat is not null';

export const service: Readonly<Record<string, Asked>> = {
  SERVICE_CASES: count(cases, opened),
  ANSWERED_CALL_RATE: share(cases, opened, 'r.call_answered', calls),
  ABANDONED_CALL_RATE: share(
    cases,
    opened,
    'not r.call_answered',
    `r.call_answered or r.call_answered = false and coalesce(r.waited_seconds, 6) > 5`,
  ),
  BOT_CONTAINMENT_RATE: share(cases, opened, `r.handled_by = 'bot' and r.handed_over_at is null`, withBot),
  CALL_WAIT_SECONDS_P50: percentile(cases, opened, 'r.waited_seconds', 0.5, 1, 'r.call_answered'),
  CALLBACK_KEPT_RATE: share(
    cases,
    'call_back_on',
    'r.called_back_at <= r.call_back_promised_at',
    'r.call_back_on <= r.as_of',
  ),
  CES_EASY_RATE: share(
    'asked.surveys',
    'answered_on',
    'r.score between 5 and 7',
    `r.kind = 'ces' and r.score is not null`,
  ),
  CES: mean('asked.surveys', 'answered_on', 'r.score', `r.kind = 'ces' and r.score is not null`),
  CONTACT_RATE: across(count(cases, opened), placed, 10_000),
  CSAT_RESPONSE_RATE: share(cases, 'resolved_on', rated),
  CSAT: share(cases, 'rated_on', 'r.csat >= 4', rated),
  CUSTOMERS_IN_CONTACT: { rows: cases, on: opened, above: 'count(distinct r.customer_id) filter (where r.identified)' },
  FIRST_CONTACT_RESOLUTION_RATE: share(
    cases,
    opened,
    `r.resolved_at is not null and r.reopens = 0 and (r.came_back_at <= r.resolved_at + interval '7 days') is not true`,
    `r.resolved_at is not null and ${over(7, 'resolved_on')} or r.resolved_at is null and r.reopens > 0`,
  ),
  FIRST_RESPONSE_BUSINESS_MINUTES_P50: percentile(
    cases,
    'responded_on',
    'r.response_open_seconds',
    0.5,
    minutes,
    'r.first_response_at is not null',
  ),
  FIRST_RESPONSE_MINUTES_P50: percentile(cases, 'responded_on', responded, 0.5, minutes),
  FIRST_RESPONSE_MINUTES_P90: percentile(cases, 'responded_on', responded, 0.9, minutes),
  HANDOVER_ANSWERED_RATE: share(cases, opened, 'r.human_joined_at is not null', 'r.handed_over_at is not null'),
  HANDOVER_RATE: share(cases, opened, 'r.handed_over_at is not null', withBot),
  HANDOVER_WAIT_SECONDS_P50: percentile(cases, opened, seconds('r.handed_over_at', 'r.human_joined_at'), 0.5),
  HUMAN_REPLY_SECONDS_MEAN: mean(
    'asked.replies',
    'replied_on',
    seconds('r.asked_at', 'r.replied_at'),
    'r.asked_at is not null',
  ),
  HUMAN_RESPONSE_3MIN_RATE: share(
    cases,
    opened,
    `r.first_response_at <= ${asking} + interval '3 minutes'`,
    `r.channel = 'chat' and ${wantedHuman} and ${overOn(asking, '3 minutes')}`,
  ),
  IM_DISSATISFACTION_RATE: share(
    cases,
    'rated_on',
    'r.csat <= 3',
    `${rated} and r.channel = 'chat' and ${byBotAlone} is not true`,
  ),
  ONE_TOUCH_RATE: share(
    cases,
    opened,
    'r.resolved_at is not null and r.replies <= 1 and r.reopens = 0',
    'r.resolved_at is not null or r.reopens > 0',
  ),
  QA_SCORE: mean('asked.assessments', 'happened_on', 'r.score * 100', `r.kind = 'qa' and r.score is not null`, 100),
  REOPEN_RATE: share(cases, opened, 'r.reopens > 0', 'r.resolved_at is not null or r.reopens > 0'),
  REPEAT_CONTACT_RATE: people(
    cases,
    opened,
    cameBack,
    'r.identified and coalesce(r.resolved_on, r.opened_on) + 7 <= r.as_of',
  ),
  RESOLUTION_BUSINESS_HOURS_P50: percentile(
    cases,
    'resolved_on',
    'r.resolution_open_seconds',
    0.5,
    hours,
    'r.resolved_at is not null',
  ),
  RESOLUTION_HOURS_P50: percentile(cases, 'resolved_on', resolved, 0.5, hours),
  RESOLUTION_HOURS_P90: percentile(cases, 'resolved_on', resolved, 0.9, hours),
  RESOLUTION_IN_TIME_RATE: share(cases, 'resolution_due_on', settledByWord, isDue),
  RESPONSE_IN_TIME_RATE: share(cases, 'response_due_on', 'r.first_response_at <= r.response_due_at', dueAnswer),
  UNANSWERED_OVERDUE_SHARE: share(cases, 'response_due_on', 'r.first_response_at is null', dueAnswer),
  SELF_SERVICE_SHARE: share(
    cases,
    opened,
    `r.handled_by = 'bot' and r.handed_over_at is null`,
    'r.handled_by is not null',
  ),
  SELLER_RESPONSE_48H_RATE: share(
    cases,
    opened,
    `r.first_response_at <= r.opened_at + interval '48 hours'`,
    `${wantedHuman} and ${overOn('r.opened_at', '48 hours')}`,
  ),
  STANDARD_FLOW_RATE: share(cases, opened, 'r.flow_followed', 'r.flow_followed is not null'),
  TONE_IMPROVED_RATE: share(cases, opened, 'r.tone_end > r.tone_start', 'r.tone_start <= 0 and r.tone_end is not null'),
  TRAININGS: count('asked.assessments', 'happened_on', `r.kind = 'training'`),
  TRANSFER_RATE: share(cases, opened, 'r.transfers > 0', `${byBotAlone} is not true`),
  TRANSFERS_PER_CASE: mean(cases, opened, 'r.transfers', `${byBotAlone} is not true`),
  WISMO_RATE: across(count(cases, opened, `r.topic = 'where_is_my_order'`), parcels),
};

const aged = over(30);

export const complaints: Readonly<Record<string, Asked>> = {
  COMPLAINTS: count(cases, opened, complaint),
  COMPLAINT_ACK_IN_TIME_RATE: share(
    cases,
    'response_due_on',
    'r.first_response_at <= r.response_due_at',
    `${complaint} and ${dueAnswer}`,
  ),
  COMPLAINT_CLOSURE_IN_TIME_RATE: share(cases, 'resolution_due_on', settledByWord, `${complaint} and (${isDue})`),
  COMPLAINT_ESCALATION_RATE: share(cases, opened, 'r.escalated_to is not null', complaint),
  COMPLAINT_RATE_BY_ORDER_DATE: {
    rows: 'asked.orders',
    on: 'ordered_on',
    above: 'coalesce(sum(r.complaints), 0)',
    below: 'count(*)',
    times: 10_000,
  },
  COMPLAINT_RATE: across(count(cases, opened, complaint), placed, 10_000),
  COMPLAINT_RECURRENCE_RATE: share(
    cases,
    opened,
    `r.recurred_at <= r.opened_at + interval '30 days'`,
    `${complaint} and ${aged}`,
  ),
  COMPLAINT_SATISFACTION_RATE: share(
    cases,
    opened,
    'r.satisfied_with_outcome',
    `${complaint} and r.satisfied_with_outcome is not null`,
  ),
  COURIER_ATTITUDE_COMPLAINT_RATE: across(
    count(cases, opened, `${complaint} and r.topic = 'attitude' and r.cause = 'carrier'`),
    parcels,
    10_000,
  ),
  NEGATIVE_FEEDBACK_RATE: share('asked.orders', 'ordered_on', 'r.s1 + r.s2 > 0 or r.quality > 0 or r.complaints > 0'),
  RECOVERY_REPURCHASE_RATE_90D: people(
    cases,
    opened,
    'r.ordered_on_next <= r.opened_on + 90',
    `r.identified and ${complaint} and ${over(90)}`,
  ),
  SELF_SETTLED_RATE: share(
    cases,
    opened,
    `r.resolved_at is not null and r.channel not in ('platform', 'regulator') and r.escalated_to is null`,
    `${complaint} and ${over(15)}`,
  ),
};
