import { useState } from 'react';

import { useFilters } from '../../filters/use-filters.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { LeagueCard } from '../../metric/cards/LeagueCard.tsx';
import { Segment } from '../../shell/Segment.tsx';

type Shown = 'FIRST_CONTACT_RESOLUTION_RATE' | 'CSAT';

/** What customers come with, and how it ends. */
export function TopicsCard() {
  const [shown, setShown] = useState<Shown>('FIRST_CONTACT_RESOLUTION_RATE');
  const { t } = useText();
  const { period } = useFilters();
  const format = useFormat();
  const names = { FIRST_CONTACT_RESOLUTION_RATE: t('service.resolved'), CSAT: t('service.satisfied') };
  const options = (['FIRST_CONTACT_RESOLUTION_RATE', 'CSAT'] as const).map((value) => ({
    value,
    text: names[value],
    title: names[value],
  }));
  return (
    <LeagueCard
      title={t('service.topics')}
      sub={t('service.topicsSub', { what: names[shown], days: format.dayRange(period.from, period.to) })}
      file="topics"
      metric={shown}
      by="TOPIC"
      limit={14}
      control={<Segment<Shown> label={t('service.topics')} value={shown} options={options} onChange={setShown} />}
    />
  );
}
