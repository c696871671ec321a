import { previousPeriod, samePeriodLastYear } from '../../filters/periods.ts';
import type { CompareKey } from '../../filters/search.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Chip } from './Chip.tsx';

const keys = ['previous', 'year'] as const;

/** One chip a comparison: pressed it is drawn, released it stays as an offer. */
export function CompareControl() {
  const { compareKeys, period, set } = useFilters();
  const format = useFormat();
  const { t } = useText();
  const toggle = (key: CompareKey) => {
    const chosen = keys.filter((each) => (each === key ? !compareKeys.includes(each) : compareKeys.includes(each)));
    set({ compare: chosen.length === keys.length ? undefined : chosen.length === 0 ? ['none'] : chosen });
  };
  const days = { previous: previousPeriod(period), year: samePeriodLastYear(period) };
  return keys.map((key) => (
    <Chip
      key={key}
      rail={key}
      lead={t('shell.vs')}
      dashed={!compareKeys.includes(key)}
      aria-pressed={compareKeys.includes(key)}
      title={format.dayRange(days[key].from, days[key].to)}
      onClick={() => toggle(key)}
    >
      {key === 'previous' ? format.dayRange(days.previous.from, days.previous.to) : t('shell.lastYear')}
    </Chip>
  ));
}
