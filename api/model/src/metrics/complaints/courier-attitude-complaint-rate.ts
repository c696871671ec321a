import { cases, parcels } from '../facts.ts';
import { defineMetric, per10k } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const courierAttitudeComplaintRate = defineMetric({
  id: 'COURIER_ATTITUDE_COMPLAINT_RATE',
  area: 'COMPLAINTS',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Complaints about couriers’ manners', zh: '快递员服务态度投诉率' },
  description: {
    en: 'Complaints about attitude for which the carrier is answerable, opened in the period, for every 10,000 parcels of the orders placed in it.',
    zh: '统计期内发起、责任方为承运商的服务态度投诉数，与同期下单订单的包裹数之比，按每万件计。',
  },
  numerator: {
    en: 'complaints about couriers’ manners, by the day they were opened',
    zh: '快递员态度投诉数（按发起日）',
  },
  denominator: { en: 'parcels, by the day of their order', zh: '包裹数（按下单日）' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.topic', 'service_cases.cause'],
  kind: 'across',
  part: { where: sql`j.complaint and j.topic = 'attitude' and j.cause = 'carrier'` },
  per: { fact: parcels, clock: 'order', count: 'every row' },
  unit: per10k,
  better: 'lower',
  minSample: 100,
  maturesAfterDays: 0,
  notes: [common],
});
