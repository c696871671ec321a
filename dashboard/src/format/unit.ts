export type Unit =
  | 'COUNT'
  | 'MONEY'
  | 'PERCENT'
  | 'PER_10K'
  | 'DAYS'
  | 'HOURS'
  | 'MINUTES'
  | 'SECONDS'
  | 'SCORE'
  | 'INDEX';

interface Words {
  long: { en: string; zh: string };
  short: { en: string; zh: string };
}

/** The word after the number, for the units that have one. */
export const unitWords: Partial<Record<Unit, Words>> = {
  DAYS: { long: { en: 'days', zh: '天' }, short: { en: 'd', zh: '天' } },
  HOURS: { long: { en: 'hours', zh: '小时' }, short: { en: 'h', zh: '小时' } },
  MINUTES: { long: { en: 'min', zh: '分钟' }, short: { en: 'min', zh: '分钟' } },
  SECONDS: { long: { en: 'seconds', zh: '秒' }, short: { en: 's', zh: '秒' } },
  PER_10K: { long: { en: 'per 10k', zh: '/万' }, short: { en: '/10k', zh: '/万' } },
};
