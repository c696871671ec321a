import { useState } from 'react';

import { useFilters } from '../../filters/use-filters.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { LeagueCard } from '../../metric/cards/LeagueCard.tsx';
import { Segment } from '../../shell/Segment.tsx';

type Shown = 'CARRIER' | 'REGION';

/** Where complaints are more than chance, per 10,000 orders, so that large ones do not lead by being large. */
export function RateLeagueCard() {
  const [shown, setShown] = useState<Shown>('CARRIER');
  const { t } = useText();
  const { period } = useFilters();
  const format = useFormat();
  const names = { CARRIER: t('complaints.carrier'), REGION: t('complaints.region') };
  return (
    <LeagueCard
      title={t('complaints.league')}
      sub={t('complaints.leagueSub', { what: names[shown], days: format.dayRange(period.from, period.to) })}
      file="complaint-rate"
      metric="COMPLAINT_RATE"
      by={shown}
      named
      fromZero
      control={
        <Segment<Shown>
          label={t('complaints.league')}
          value={shown}
          options={(['CARRIER', 'REGION'] as const).map((value) => ({
            value,
            text: names[value],
            title: names[value],
          }))}
          onChange={setShown}
        />
      }
    />
  );
}
