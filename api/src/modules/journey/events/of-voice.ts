import type { Part } from './part.ts';

/** What a customer says: reviews, surveys, recommendations; and what the shop tells of its own accord. */
export function eventsOfVoice(customer: string): Part[] {
  const reviews = `from core.orders o join core.reviews v on v.customer_id = o.customer_id and v.order_id = o.id and v.deleted_at is null
    where o.customer_id = ${customer} and o.deleted_at is null`;
  const review = { stage: 'AFTER_SALE', ref: 'v.id', shop: 'v.shop', order: 'v.order_id' };
  const surveys = `from core.surveys u left join core.service_cases e on e.customer_id = u.customer_id and e.id = u.case_id
    where u.customer_id = ${customer} and u.deleted_at is null`;
  const survey = {
    stage: `(coalesce(upper(e.phase), 'AFTER_SALE'))`,
    ref: 'u.id',
    shop: 'u.shop',
    order: 'u.order_id',
    serviceCase: 'u.case_id',
    facts: `jsonb_build_object('kind', u.kind, 'subject', u.subject, 'score', u.score, 'comment', u.comment)`,
  };
  return [
    {
      ...review,
      kind: 'REVIEW_INVITED',
      rank: 200,
      at: 'v.invited_at',
      from: `${reviews} and v.invited_at is not null`,
    },
    {
      ...review,
      kind: 'REVIEW_ANSWERED',
      rank: 201,
      at: 'v.answered_at',
      facts: `jsonb_build_object('score', coalesce(v.first_score, v.score), 'message', v.message, 'source', v.source, 'again', v.follow_up_of is not null)`,
      from: `${reviews} and v.answered_at is not null`,
    },
    {
      ...review,
      kind: 'REVIEW_REPLIED',
      rank: 202,
      at: 'v.replied_at',
      facts: `jsonb_build_object('reply', v.reply)`,
      from: `${reviews} and v.replied_at is not null`,
    },
    {
      ...review,
      kind: 'REVIEW_CHANGED',
      rank: 203,
      at: 'v.changed_at',
      facts: `jsonb_build_object('from', v.first_score, 'to', v.score)`,
      from: `${reviews} and v.changed_at is not null`,
    },
    { ...survey, kind: 'SURVEY_SENT', rank: 210, at: 'u.sent_at', from: `${surveys} and u.answered_at is null` },
    {
      ...survey,
      kind: 'SURVEY_ANSWERED',
      rank: 211,
      at: 'u.answered_at',
      from: `${surveys} and u.answered_at is not null`,
    },
    { ...survey, kind: 'SURVEY_CLOSED', rank: 212, at: 'u.closed_at', from: `${surveys} and u.closed_at is not null` },
    {
      kind: 'MESSAGE',
      rank: 220,
      stage: `(case when g.kind = 'campaign' then 'PRE_SALE' when g.kind in ('delay_notice', 'shipping_notice') then 'IN_SALE' else 'AFTER_SALE' end)`,
      at: 'g.sent_at',
      ref: 'g.id',
      shop: 'g.shop',
      order: 'g.order_id',
      serviceCase: 'g.case_id',
      promised: 'g.promised_at',
      kept: 'g.kept_at',
      facts: `jsonb_build_object('kind', g.kind, 'channel', g.channel, 'offer', g.offer, 'heldOut', coalesce(g.arm = 'hold_out', false), 'opened', g.opened_at is not null)`,
      from: `from core.messages g where g.customer_id = ${customer} and g.deleted_at is null`,
    },
    {
      kind: '(t.kind)',
      rank: '230 + t.nth',
      stage: 'AFTER_SALE',
      at: 't.at',
      ref: 'r.id',
      shop: 'r.shop',
      serviceCase: 'r.case_id',
      facts: `jsonb_build_object('channel', r.channel)`,
      from: `from core.referrals r cross join lateral (values ('REFERRED', 0, r.referred_at), ('FRIEND_JOINED', 1, r.joined_at), ('FRIEND_ORDERED', 2, r.first_ordered_at)) t(kind, nth, at)
        where r.customer_id = ${customer} and r.deleted_at is null and t.at is not null`,
    },
  ];
}
