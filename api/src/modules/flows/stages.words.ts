import type { LocalizedText } from '@rapport/model/vocabulary';

/** Stands for the segments beyond the largest ones. */
export const OTHERS = '*';

/** What orders are at the stages of the journey. */
export const stageWords: Readonly<Record<string, LocalizedText>> = {
  [OTHERS]: { en: 'All others', zh: '其他' },
  on_time: { en: 'On time', zh: '准时送达' },
  late: { en: 'Late', zh: '迟到' },
  not_delivered: { en: 'Not delivered', zh: '未送达' },
  no_promise: { en: 'Without a promise', zh: '无承诺' },
  canceled: { en: 'Canceled', zh: '已取消' },
  good_review: { en: 'Good review', zh: '好评' },
  middling: { en: 'Three stars', zh: '三星评价' },
  silent: { en: 'Said nothing', zh: '未发声' },
  bad_review: { en: 'Bad review', zh: '差评' },
  complained: { en: 'Complained', zh: '投诉' },
  back: { en: 'Back within 90 days', zh: '90 天内复购' },
  open: { en: '90 days not over', zh: '未满 90 天' },
  gone: { en: 'Not back', zh: '未复购' },
  not_counted: { en: 'Canceled or guest', zh: '已取消或游客' },
};
