import type { LocalizedText } from './text.ts';

export const peaks = {
  peak: { en: 'Peak', zh: '大促与节假日' },
  normal: { en: 'Normal days', zh: '平日' },
} as const satisfies Record<string, LocalizedText>;

const two = (hour: number): string => String(hour).padStart(2, '0');
/** Hours of the shop's wall clock. */
export const hours: Readonly<Record<string, LocalizedText>> = Object.fromEntries(
  Array.from({ length: 24 }, (_, hour) => {
    const text = `${two(hour)}:00–${two(hour)}:59`;
    return [String(hour), { en: text, zh: text }];
  }),
);

/** ISO: Monday is 1. */
export const weekdays = {
  1: { en: 'Monday', zh: '周一' },
  2: { en: 'Tuesday', zh: '周二' },
  3: { en: 'Wednesday', zh: '周三' },
  4: { en: 'Thursday', zh: '周四' },
  5: { en: 'Friday', zh: '周五' },
  6: { en: 'Saturday', zh: '周六' },
  7: { en: 'Sunday', zh: '周日' },
} as const satisfies Record<string, LocalizedText>;
