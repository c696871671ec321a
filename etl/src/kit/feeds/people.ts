import { assessmentKinds, caseTypes, platforms } from '@rapport/model/vocabulary';
import { notNegative, within } from './checks.ts';
import { code, day, reference, text, time, value, words } from './columns.ts';
import { defineFeed } from './contract.ts';
import { caseChannels } from './service.ts';

/** Who answers customers, what is promised to them, and what the public says. */
export const peopleFeeds = [
  defineFeed({
    feed: 'agents',
    shape: 'code',
    concept: 'agent',
    means: 'Who answers customers. Pseudonymous: a work name or number, never a person’s name.',
    id: 'The code cases, case events and assessments name in agent_code.',
    columns: {
      label_en: text('Work name in English.'),
      label_zh: text('Work name in Chinese.'),
      team: text('The team.'),
      hired_on: day('When the agent began.'),
      is_bot: value('boolean', 'True for a bot.'),
    },
  }),
  defineFeed({
    feed: 'sla_policies',
    shape: 'code',
    concept: 'sla_policy',
    means:
      'What is promised for which kind of contact. The policy that names both channel and type wins over one that names fewer.',
    id: 'The code cases name in sla_code.',
    columns: {
      label_en: text('Its name in English.'),
      label_zh: text('Its name in Chinese.'),
      channel: text('The channel it holds for; empty: any.', { only: caseChannels }),
      case_type: text('The kind of case it holds for; empty: any.', { only: caseTypes }),
      first_response_seconds: value('integer', 'Seconds until the first answer by a human; 0 or empty: no promise.'),
      resolution_seconds: value('integer', 'Seconds until the case is resolved; 0 or empty: no promise.'),
      business_clock: value('boolean', 'True: seconds run only from opens_at to closes_at of the shop’s day.'),
      opens_at: value('time', 'When the desk opens, in the shop’s zone.'),
      closes_at: value('time', 'When the desk closes, in the shop’s zone.'),
    },
    checks: [notNegative('first_response_seconds'), notNegative('resolution_seconds')],
  }),
  defineFeed({
    feed: 'assessments',
    shape: 'reference',
    concept: 'assessment',
    means: 'Training attended and work samples scored, by agent.',
    id: 'The entry’s id.',
    columns: {
      agent_code: code('agents', 'Whom it is about.', { required: true }),
      kind: text('Training, or a check of work.', { required: true, only: assessmentKinds }),
      topic: text('The topic trained or checked, as in service_cases.topic.'),
      score: value('numeric(5,2)', 'From 0 to 100; empty: a training without a test.'),
      happened_on: day('The day.', { required: true }),
    },
    checks: [{ ...within('score', 0, 100), reason: 'score_out_of_range' }],
    eventTime: 'happened_on',
  }),
  defineFeed({
    feed: 'mentions',
    shape: 'reference',
    concept: 'mention',
    means: 'Public mentions of the shop.',
    id: 'The mention’s id or address.',
    columns: {
      platform: text('Where it was made.', { required: true, known: platforms }),
      mentioned_at: time('When it was published.', { required: true }),
      sentiment: value('smallint', '-1 against, 0 neutral, 1 for; empty: not judged.'),
      reach: value('bigint', 'People who may have seen it.'),
      topic: text('What it is about, as in service_cases.topic.'),
      product_ref: reference('product', 'The product it is about.'),
      text: words('What it says.'),
      responded_at: time('When the shop answered in public.'),
    },
    derived: { mentioned_on: '(mentioned_at at time zone {zone})::date' },
    checks: [within('sentiment', -1, 1), notNegative('reach')],
    eventTime: 'mentioned_at',
  }),
];
