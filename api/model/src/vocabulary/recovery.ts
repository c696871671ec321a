import type { LocalizedText } from './text.ts';

/** What was done for a customer who was hurt. */
export const recoveryActions = {
  called: { en: 'Called', zh: '致电' },
  messaged: { en: 'Wrote a message', zh: '发消息' },
  refunded: { en: 'Refunded', zh: '退款' },
  compensated: { en: 'Gave a compensation', zh: '给予补偿' },
  replaced: { en: 'Replaced the goods', zh: '补发换货' },
} as const satisfies Record<string, LocalizedText>;
export type RecoveryAction = keyof typeof recoveryActions;

/** What came of it. */
export const recoveryOutcomes = {
  settled: { en: 'Settled', zh: '已解决' },
  unsettled: { en: 'Not settled', zh: '未解决' },
  unreachable: { en: 'Not reached', zh: '联系不上' },
} as const satisfies Record<string, LocalizedText>;
export type RecoveryOutcome = keyof typeof recoveryOutcomes;
