import type { Part } from './part.ts';

/** What a customer says: reviews, surveys, recommendations; and what the shop tells of its own accord. */
export function eventsOfVoice(customer: string): Part[] {
  return [
    {
      stage: 'AFTER_SALE',
      ref: 'v.id',
      shop: 'v.shop',
      order: 'v.order_id',
      from: 'core.orders o join core.reviews v on v.customer_id = o.customer_id and v.order_id = o.id and v.deleted_at is null',
      where: `o.customer_id = ${customer} and o.deleted_at is null`,
      moments: [
        { kind: 'REVIEW_INVITED', rank: 200, at: 'v.invited_at' },
        {
          kind: 'REVIEW_ANSWERED',
          rank: 201,
          at: 'v.answered_at',
          facts: `jsonb_build_object('score', coalesce(v.first_score, v.score), 'message', v.message, 'source', v.source, 'again', v.follow_up_of is not null)`,
        },
        { kind: 'REVIEW_REPLIED', rank: 202, at: 'v.replied_at', facts: `jsonb_build_object('reply', v.reply)` },
        {
          kind: 'REVIEW_CHANGED',
          rank: 203,
          at: 'v.changed_at',
          facts: `jsonb_build_object('from', v.first_score, 'to', v.score)`,
        },
      ],
    },
    {
      stage: `(coalesce(upper(e.phase), 'AFTER_SALE'))`,
      ref: 'u.id',
      shop: 'u.shop',
      order: 'u.order_id',
      serviceCase: 'u.case_id',
      facts: `jsonb_build_object('kind', u.kind, 'subject', u.subject, 'score', u.score, 'comment', u.comment)`,
      from: 'core.surveys u left join core.service_cases e on e.customer_id = u.customer_id and e.id = u.case_id',
      where: `u.customer_id = ${customer} and u.deleted_at is null`,
      moments: [
        { kind: 'SURVEY_SENT', rank: 210, at: 'case when u.answered_at is null then u.sent_at end' },
        { kind: 'SURVEY_ANSWERED', rank: 211, at: 'u.answered_at' },
        { kind: 'SURVEY_CLOSED', rank: 212, at: 'u.closed_at' },
      ],
    },
    {
      stage: `(case when g.kind = 'campaign' then 'PRE_SALE' when g.kind in ('delay_notice', 'shipping_notice') then 'IN_SALE' else 'AFTER_SALE' end)`,
      ref: 'g.id',
      shop: 'g.shop',
      order: 'g.order_id',
      serviceCase: 'g.case_id',
      from: 'core.messages g',
      where: `g.customer_id = ${customer} and g.deleted_at is null`,
      moments: [
        {
          kind: 'MESSAGE',
          rank: 220,
          at: 'g.sent_at',
          promised: 'g.promised_at',
          kept: 'g.kept_at',
          facts: `jsonb_build_object('kind', g.kind, 'channel', g.channel, 'offer', g.offer, 'heldOut', coalesce(g.arm = 'hold_out', false), 'opened', g.opened_at is not null)`,
        },
      ],
    },
    {
      stage: 'AFTER_SALE',
      ref: 'r.id',
      shop: 'r.shop',
      serviceCase: 'r.case_id',
      facts: `jsonb_build_object('channel', r.channel)`,
      from: 'core.referrals r',
      where: `r.customer_id = ${customer} and r.deleted_at is null`,
      moments: [
        { kind: 'REFERRED', rank: 230, at: 'r.referred_at' },
        { kind: 'FRIEND_JOINED', rank: 231, at: 'r.joined_at' },
        { kind: 'FRIEND_ORDERED', rank: 232, at: 'r.first_ordered_at' },
      ],
    },
  ];
}
