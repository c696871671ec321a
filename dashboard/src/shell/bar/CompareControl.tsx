import { comparedSoFar, previousPeriod, samePeriodLastYear } from '../../filters/periods.ts';
import type { CompareKey } from '../../filters/search.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Chip } from './Chip.tsx';
import { MoreComparisons } from './MoreComparisons.tsx';

const keys = ['previous', 'year'] as const;
const usual = keys.join();

/** One chip a comparison: pressed it is drawn, released it stays as an offer; the less usual ones are behind the last chip. */
export function CompareControl() {
  const { compareKeys, asked, asOf, set } = useFilters();
  const format = useFormat();
  const { t } = useText();
  const toggle = (key: CompareKey) => {
    const rest = compareKeys.filter((each) => each !== 'none' && each !== key);
    const chosen = compareKeys.includes(key) ? rest : [...rest, key];
    const fixed = keys.filter((each) => chosen.includes(each));
    const ordered = [...fixed, ...chosen.filter((each) => !fixed.some((one) => one === each))];
    set({ compare: ordered.join() === usual ? undefined : ordered.length === 0 ? ['none'] : ordered });
  };
  const days = {
    previous: comparedSoFar(asked, previousPeriod(asked), asOf),
    year: comparedSoFar(asked, samePeriodLastYear(asked), asOf),
  };
  return (
    <>
      {keys.map((key) => (
        <Chip
          key={key}
          rail={key}
          lead={t('shell.vs')}
          dashed={!compareKeys.includes(key)}
          aria-pressed={compareKeys.includes(key)}
          title={format.dayRange(days[key].from, days[key].to)}
          onClick={() => toggle(key)}
        >
          {key === 'previous' ? format.dayRange(days.previous.from, days.previous.to) : t('shell.lastYearShort')}
        </Chip>
      ))}
      <MoreComparisons onToggle={toggle} />
    </>
  );
}
