import { parcels } from '../facts.ts';
import { defineMetric, per10k } from '../grammar.ts';
import { common } from '../provenance.ts';
import { complainedParcels } from '../maturity/outcomes.ts';
import { sql } from '../sql.ts';

export const parcelComplaintRate = defineMetric({
  id: 'PARCEL_COMPLAINT_RATE',
  area: 'COMPLAINTS',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Complaint rate by parcel', zh: '包裹投诉率' },
  description: {
    en: 'Of the parcels of the orders placed in the period, those whose order has brought a complaint about damage, loss, late delivery or a wrong item so far, for every 10,000.',
    zh: '统计期内下单订单的包裹中，所属订单至今引发过破损、丢失、延误或发错货投诉的包裹数，按每万件计。',
  },
  numerator: { en: 'parcels whose order has a complaint about such a matter', zh: '所属订单有上述投诉的包裹数' },
  denominator: { en: 'parcels', zh: '包裹数' },
  fact: parcels,
  clock: 'order',
  needs: ['service_cases', 'service_cases.topic'],
  kind: 'ratio',
  part: { where: sql`j.complained` },
  whole: 'every row',
  unit: per10k,
  better: 'lower',
  minSample: 100,
  maturesAfterDays: 45,
  knownOn: { part: complainedParcels },
  notes: [
    common,
    {
      en: 'Cases name orders, not parcels: where an order came in several parcels, each of them counts, and counts once. Enquiries and complaints about other matters do not count.',
      zh: '工单只关联订单而非包裹：一单多包裹时，每个包裹均计为被投诉，且只计一次。咨询及其他事由的投诉不计。',
    },
  ],
});
