import { experimentArms, messageKinds, reviewSources, surveyKinds, surveySubjects } from '@rapport/model/vocabulary';
import { notNegative, score } from './checks.ts';
import { customer, parent, reference, text, time, value, words } from './columns.ts';
import { defineFeed } from './contract.ts';

/** What customers say when asked, and what they are told. */
export const opinionFeeds = [
  defineFeed({
    feed: 'reviews',
    shape: 'child',
    concept: 'review',
    means: 'Reviews of orders.',
    id: 'The row’s id, unique in the shop (review id and order number where a review covers several orders).',
    columns: {
      order_ref: parent('order', 'The order it is about.', { required: true }),
      review_ref: text('The source’s review id; one review may cover several orders.', { required: true }),
      score: value('smallint', 'Stars, 1 to 5.', { required: true }),
      title: words('Its title.'),
      message: words('Its text.'),
      invited_at: time('When the customer was asked.'),
      answered_at: time('When the customer answered.'),
      product_ref: reference('product', 'The product it is about; empty: the order.'),
      source: text('Whose words it is; default and rewarded ones can be left out of a figure.', {
        only: reviewSources,
      }),
      follow_up_of: text('review_ref of the customer’s first review, where this one adds to it.'),
      first_score: value('smallint', 'Stars before the customer changed it.'),
      changed_at: time('When it was changed.'),
      replied_at: time('When the shop answered in public.'),
      reply: words('The shop’s answer.'),
      shown_at: time('From when others see it.'),
      photos: value('integer', 'Photos in it.'),
    },
    checks: [score('score', 1, 5), score('first_score', 1, 5), notNegative('photos')],
    eventTime: 'answered_at',
  }),
  defineFeed({
    feed: 'surveys',
    shape: 'owned',
    concept: 'survey',
    means: 'Surveys sent, answered or not.',
    id: 'The survey’s id.',
    columns: {
      customer_ref: customer('Who was asked, where neither order nor case is named.'),
      order_ref: parent('order', 'The order asked about.'),
      case_ref: parent('case', 'The case asked about.'),
      kind: text('What is asked, and so the scale of score.', { required: true, only: surveyKinds }),
      subject: text('What it is about.', { known: surveySubjects }),
      sent_at: time('When it was sent.', { required: true }),
      answered_at: time('When it was answered; empty: not yet.'),
      score: value('smallint', 'csat 1 to 5, nps 0 to 10, ces 1 to 7 (high = easy).'),
      comment: words('What the customer added.'),
      closed_at: time('When the customer was told what came of it.'),
    },
    derived: {
      sent_on: '(sent_at at time zone {zone})::date',
      answered_on: '(answered_at at time zone {zone})::date',
    },
    checks: [
      {
        reason: 'score_out_of_range',
        field: 'score',
        sql: `case kind when 'csat' then score between 1 and 5 when 'nps' then score between 0 and 10 when 'ces' then score between 1 and 7 end`,
        says: 'score is on the scale of its kind',
      },
    ],
    eventTime: 'greatest(sent_at, answered_at)',
  }),
  defineFeed({
    feed: 'messages',
    shape: 'owned',
    concept: 'message',
    means: 'What the shop told customers by itself, and calls it promised.',
    id: 'The message’s id.',
    columns: {
      customer_ref: customer('Who was told, where neither order nor case is named.'),
      order_ref: parent('order', 'The order it is about.'),
      case_ref: parent('case', 'The case it is about.'),
      kind: text('Why.', { required: true, only: messageKinds }),
      channel: text('How: sms, app, email, call, or another code.', { required: true }),
      sent_at: time('When.', { required: true }),
      delivered_at: time('When it reached the customer.'),
      opened_at: time('When the customer opened it.'),
      promised_at: time('The time it promises: a new delivery day, a call.'),
      kept_at: time('When that was kept.'),
      offer: text('What is offered.'),
      arm: text('Of an experiment: whether the customer got it; empty: no experiment.', { only: experimentArms }),
    },
    derived: { sent_on: '(sent_at at time zone {zone})::date' },
    eventTime: 'sent_at',
  }),
];
