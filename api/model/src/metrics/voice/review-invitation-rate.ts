import { messages } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const reviewInvitationRate = defineMetric({
  id: 'REVIEW_INVITATION_RATE',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Invitations that brought a review', zh: '邀评转化率' },
  description: {
    en: 'Of the invitations to review sent in the period whose 30 days are over, the share whose order got its first review within them.',
    zh: '统计期内发出、且 30 天已满的邀评消息中，对应订单 30 天内收到首条评价的占比。',
  },
  numerator: { en: 'invitations followed by a review', zh: '邀评后 30 天内有评价的数量' },
  denominator: { en: 'invitations whose 30 days are over', zh: '30 天已满的邀评数' },
  fact: messages,
  clock: 'sent',
  needs: ['messages.review_invitation', 'reviews.answered_at'],
  kind: 'ratio',
  part: { where: sql`j.reviewed_30d` },
  whole: { where: sql`j.reviewed_30d is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 30,
  notes: [common],
});
