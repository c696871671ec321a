import type { Translation } from '../words.ts';

export const en = {
  days: 'Promise against actual',
  daysSub:
    'Days from order to door, by the {{grain}} of the order: half of the parcels, nine of ten, and the usual promise. Bars: parcels delivered.',
  half: 'half of the parcels',
  most: 'nine of ten',
  promised: 'usual promise',
  deliveredBars: 'delivered {{grain}}',
  daysNote:
    'Where the promise runs above “nine of ten”, it is longer than the parcels need. Young points: parcels still under way are the slow ones, so the days shown are too few.',
  league: 'Promises kept, by region',
  leagueSub:
    'The twelve largest regions by orders due, {{days}}. Place: where a region can stand, its interval considered; grey: cannot be told from the target.',
  target: 'target',
  heat: 'Region × month',
  heatKept: 'Promises kept',
  heatDays: 'Days, median',
  heatKeptSub:
    'Share of orders due in the month that came by the promised day, %. {{days}}. Colour turns at the target.',
  heatDaysSub: 'Days within which half of the month’s parcels arrived. {{days}}.',
  heatNote: 'Outlined: fewer than {{n}} orders',
  due: 'orders due',
  delivered: 'delivered',
  stars: 'Late against review score',
  starsSub: 'Share of reviews by stars, by how the order arrived against its promise; orders of {{days}}.',
  mean: 'mean',
  shares: 'All five scores',
  negative: 'Negative reviews (1–2 ★), with 95% interval',
  association:
    'Lateness goes with worse reviews. An association: slow lanes and large items are late more often and may please less for other reasons.',
} as const;

export const zh: Translation<typeof en> = {
  days: '承诺与实际',
  daysSub: '从下单到送达的天数，按下单{{grain}}：一半包裹、九成包裹与承诺中位。柱：已送达包裹。',
  half: '一半包裹',
  most: '九成包裹',
  promised: '承诺中位',
  deliveredBars: '{{grain}}送达',
  daysNote: '承诺高于“九成包裹”，说明承诺比包裹所需更长。空心点：仍在途的多为慢件，所示天数偏少。',
  league: '应达达成率，按地区',
  leagueSub: '应达订单最多的 12 个地区，{{days}}。位次：考虑区间后该地区可能的名次；灰色：与目标无法区分。',
  target: '目标',
  heat: '地区 × 月份',
  heatKept: '应达达成率',
  heatDays: '天数中位',
  heatKeptSub: '当月应达订单中按承诺日送达的占比，%。{{days}}。颜色以目标为界。',
  heatDaysSub: '当月一半包裹在几天内送达。{{days}}。',
  heatNote: '描边：不足 {{n}} 单',
  due: '应达订单',
  delivered: '已送达',
  stars: '晚到与评分',
  starsSub: '按到达与承诺之差，看评价的星级占比；{{days}}的订单。',
  mean: '均分',
  shares: '五种评分',
  negative: '差评率（1–2 星），含 95% 区间',
  association: '晚到伴随更差的评价。这是关联：慢线路与大件更常晚到，也可能因其他原因评分更低。',
};
