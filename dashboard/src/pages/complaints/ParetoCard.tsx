import { useState } from 'react';

import { useFilters } from '../../filters/use-filters.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { BarsCard } from '../../metric/cards/BarsCard.tsx';
import { Segment } from '../../shell/Segment.tsx';

type Shown = 'CAUSE' | 'TOPIC';

/** Who is answerable, or what it is about: the few that make the most of it first. */
export function ParetoCard() {
  const [shown, setShown] = useState<Shown>('CAUSE');
  const { t } = useText();
  const { period } = useFilters();
  const format = useFormat();
  const names = { CAUSE: t('complaints.causes'), TOPIC: t('complaints.topics') };
  return (
    <BarsCard
      title={names[shown]}
      sub={t('complaints.paretoSub', { days: format.dayRange(period.from, period.to) })}
      file="complaints"
      metric="COMPLAINTS"
      by={shown}
      unnamed={t('complaints.unnamed')}
      heads={{
        label: t(shown === 'CAUSE' ? 'complaints.cause' : 'complaints.topic'),
        value: t('complaints.count'),
        share: t('complaints.share'),
        cumulative: t('complaints.down'),
      }}
      control={
        <Segment<Shown>
          label={names[shown]}
          value={shown}
          options={(['CAUSE', 'TOPIC'] as const).map((value) => ({ value, text: names[value], title: names[value] }))}
          onChange={setShown}
        />
      }
    />
  );
}
