import type { LocalizedText } from './text.ts';

/** What is told to those who keep the loads running; one open alert for each thing that is wrong. */
export const alertKinds = {
  run_failed: { en: 'A load failed', zh: '导入失败' },
  window_failed: { en: 'A scheduled load failed', zh: '定时导入失败' },
  window_late: { en: 'A scheduled load is late', zh: '定时导入延误' },
  freshness_warning: { en: 'New data is due soon', zh: '数据即将超过时效承诺' },
  freshness_breach: { en: 'New data is overdue', zh: '数据已超过时效承诺' },
  guard: { en: 'A delivery is unusual', zh: '交付数据异常' },
  drift: { en: 'Files are not as agreed', zh: '文件与约定不一致' },
  quarantine_growth: { en: 'Many records are refused', zh: '被拒绝的记录偏多' },
  spike: { en: 'A figure has left its usual course', zh: '指标异常增多' },
  worker_dead: { en: 'A worker died', zh: '调度进程已失联' },
} satisfies Record<string, LocalizedText>;
export type AlertKind = keyof typeof alertKinds;
