import { trendGrains, type TrendGrain } from '../../filters/search.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useText } from '../../i18n/index.ts';
import { Choice } from './Choice.tsx';

export function GrainControl() {
  const { grain, set } = useFilters();
  const { t } = useText();
  return (
    <Choice<TrendGrain>
      lead={t('shell.grain')}
      label={`${t('shell.grain')}: ${t(`shell.grain${grain}`)}`}
      text={t(`shell.grain${grain}`)}
      value={grain}
      options={trendGrains.map((each) => ({ value: each, text: t(`shell.grain${each}`) }))}
      onChange={(value) => set({ grain: value })}
    />
  );
}
