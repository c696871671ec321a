import { parcels } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const slotKeptRate = defineMetric({
  id: 'SLOT_KEPT_RATE',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Booked slot kept', zh: '预约时段履约率' },
  description: {
    en: 'Of the parcels with a slot booked in the period, the share delivered inside it, neither before nor after. Not delivered is not kept; canceled and unavailable orders are left out.',
    zh: '预约送达时段在统计期内的包裹中，在该时段内签收（既不提前也不延后）的占比。未签收算未履约；已取消和无货订单不计入。',
  },
  numerator: { en: 'parcels delivered inside their slot', zh: '在预约时段内签收的包裹数' },
  denominator: { en: 'parcels with a slot in the period', zh: '期内有预约时段的包裹数' },
  fact: parcels,
  clock: 'slotDue',
  needs: ['shipments.slot_to', 'shipments.delivered_at'],
  kind: 'ratio',
  part: { where: sql`j.slot_kept` },
  whole: { where: sql`j.slot_kept is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
