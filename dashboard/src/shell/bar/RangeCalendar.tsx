import '@mantine/dates/styles.css';
import 'dayjs/locale/zh-cn';

import { DatePicker, DatesProvider } from '@mantine/dates';

import type { Lang } from '../../metric/types.ts';

export type Range = [string | null, string | null];

interface RangeCalendarProps {
  lang: Lang;
  range: Range;
  firstDay: string;
  asOf: string;
  onRange(range: Range): void;
}

/** Comes when the period is opened: most readers take a preset, and none needs it for the first figures. */
export default function RangeCalendar({ lang, range, firstDay, asOf, onRange }: RangeCalendarProps) {
  return (
    <DatesProvider settings={{ locale: lang === 'zh' ? 'zh-cn' : 'en', firstDayOfWeek: 1 }}>
      <DatePicker
        type="range"
        size="xs"
        allowSingleDateInRange
        weekendDays={[]}
        monthLabelFormat={lang === 'zh' ? 'YYYY年M月' : 'MMMM YYYY'}
        value={range}
        onChange={onRange}
        defaultDate={range[1] ?? asOf}
        minDate={firstDay}
        maxDate={asOf}
      />
    </DatesProvider>
  );
}
