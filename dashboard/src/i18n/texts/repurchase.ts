import type { Translation } from '../words.ts';

export const en = {
  definitions: 'One word, five meanings',
  definitionsSub:
    'Over the whole history, {{days}}: coming back takes longer than a quarter. The windows see what was observed by then; longer windows see fewer, older customers. The five are not steps of one funnel.',
  definition: 'Definition',
  counts: 'What counts',
  share: 'Share, 95% interval, common axis',
  cameBack: 'Came back',
  of: 'Of',
  useFor: 'Use it for',
  headline: 'headline',
  REPEAT_PURCHASE_DAYS_RATE: {
    title: 'Ordered on two or more days',
    counts: 'Valid orders on at least two different days. Split orders of one basket count once.',
    useFor: 'Headline: is the relation real?',
  },
  REPEAT_PURCHASE_RATE: {
    title: 'Classic: two or more orders',
    counts: 'Any two orders, split baskets and cancelled ones included.',
    useFor: 'Comparing with outside reports',
  },
  REPURCHASE_RATE_30D: {
    title: 'Back within 30 days',
    counts: 'A second valid order day within 30 days of the first. Only customers observed for 30 days.',
    useFor: 'First reading of a change',
  },
  REPURCHASE_RATE_90D: {
    title: 'Back within 90 days',
    counts: 'The same, 90 days.',
    useFor: 'Campaign and service effects',
  },
  REPURCHASE_RATE_365D: { title: 'Back within 365 days', counts: 'The same, 365 days.', useFor: 'Annual plan' },
  trend: 'Customers, and those who had ordered before',
  trendSub:
    'Customers with an order in the {{grain}}; below, on an axis of their own, those for whom it was not the first.',
  customers: 'customers',
  returning: 'had ordered before',
  delay: 'Back within 90 days, by delay',
  delaySub:
    'By how the first order arrived. Bar: 95% interval. Dashed: all first orders. Hollow: fewer than {{n}} customers.',
  all: 'all',
  cannotTell: 'Cannot tell apart, yet: each bucket’s interval overlaps the whole.',
  someApart: 'Beyond noise on its own: {{buckets}}. Not adjusted for region, category or basket.',
  cohorts: 'Back within 30, 90 and 365 days, by month of the first order, %',
  cohortsSub:
    'Rows: month of the first valid order. Blank: nobody observed that long. Hollow and ≈: only part of the month has been observed that long. Each window has its own axis.',
  firstOrder: 'First order',
  cohortSize: 'customers',
  window30: '30 days',
  window90: '90 days',
  window365: '365 days',
  cohortsNote:
    'Read down a column: where two bars overlap, the months cannot be told apart. The median time to a second order does not exist: fewer than half return.',
} as const;

export const zh: Translation<typeof en> = {
  definitions: '一个“复购”，五种口径',
  definitionsSub:
    '统计全部历史，{{days}}：再次购买往往超过一个季度。窗口口径只看到当日已观察到的部分；窗口越长，可观察的顾客越少、越早。它们不是同一个漏斗的步骤。',
  definition: '口径',
  counts: '计什么',
  share: '占比，95% 区间，共用轴',
  cameBack: '复购顾客',
  of: '分母',
  useFor: '用于',
  headline: '主口径',
  REPEAT_PURCHASE_DAYS_RATE: {
    title: '有效订单在两天及以上',
    counts: '有效（未取消）订单分布在至少两个不同的日子；拆单只算一次。',
    useFor: '主口径：关系是否真实',
  },
  REPEAT_PURCHASE_RATE: { title: '经典口径：订单 ≥ 2', counts: '任意两单，含拆单与已取消。', useFor: '与外部报告对照' },
  REPURCHASE_RATE_30D: {
    title: '首单后 30 天内复购',
    counts: '首单后 30 天内有第二个有效下单日；只计已观察满 30 天的顾客。',
    useFor: '最早看到改动的迹象',
  },
  REPURCHASE_RATE_90D: { title: '首单后 90 天内复购', counts: '同上，90 天。', useFor: '活动与服务效果' },
  REPURCHASE_RATE_365D: { title: '首单后 365 天内复购', counts: '同上，365 天。', useFor: '年度计划' },
  trend: '下单顾客与老客',
  trendSub: '当{{grain}}有订单的顾客；下图单独成轴，是其中并非首次下单的顾客。',
  customers: '顾客',
  returning: '此前下过单',
  delay: '90 天内复购，按首单到达',
  delaySub: '按首单到达与承诺之差。条：95% 区间。虚线：全部首单。空心：不足 {{n}} 位顾客。',
  all: '全部',
  cannotTell: '尚无法区分：每一组的区间都与整体重叠。',
  someApart: '单独即超出噪声：{{buckets}}。未按地区、类目与购物篮调整。',
  cohorts: '首单后 30、90、365 天内复购，按首单月，%',
  cohortsSub:
    '行：首个有效订单的月份。空白：尚无人观察到那么久。空心与 ≈：当月仅部分顾客观察满期。每个窗口各有一条轴。',
  firstOrder: '首单月',
  cohortSize: '顾客',
  window30: '30 天',
  window90: '90 天',
  window365: '365 天',
  cohortsNote: '沿列向下看：两条区间重叠，即两个月无法区分。第二单的时间中位数不存在：回来的不到一半。',
};
