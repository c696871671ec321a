export const curveWords = {
  group: { en: 'Group', zh: '分组' },
  day: { en: 'Day', zh: '天数' },
  share: { en: 'Share back', zh: '回购占比' },
  low: { en: 'Low', zh: '下限' },
  high: { en: 'High', zh: '上限' },
  observed: { en: 'Still observed', zh: '仍在观察' },
  axis: { en: 'days since the first order', zh: '首单后天数' },
  interval: { en: '95% interval', zh: '95% 区间' },
} as const;
