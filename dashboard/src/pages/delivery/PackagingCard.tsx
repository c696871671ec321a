import { useState } from 'react';

import { useFilters } from '../../filters/use-filters.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { LeagueCard } from '../../metric/cards/LeagueCard.tsx';
import { seriesOf } from '../../metric/types.ts';
import { useMetrics } from '../../metric/use-metrics.ts';
import { Segment } from '../../shell/Segment.tsx';

const CUTS = ['PACKAGING', 'PROTECTION', 'CARRIER'] as const;
type Cut = (typeof CUTS)[number];

/** Whether what parcels are packed in, how they are protected or who carries them goes with complaints, green packaging included. */
export function PackagingCard() {
  const [cut, setCut] = useState<Cut>('PACKAGING');
  const { t } = useText();
  const { period } = useFilters();
  const format = useFormat();
  const names = {
    PACKAGING: t('delivery.packaging'),
    PROTECTION: t('delivery.protection'),
    CARRIER: t('delivery.carrier'),
  };
  return (
    <LeagueCard
      title={t('delivery.packed')}
      sub={t('delivery.packedSub', { what: names[cut], days: format.dayRange(period.from, period.to) })}
      note={useGreenShare()}
      file="parcel-complaints"
      metric="PARCEL_COMPLAINT_RATE"
      by={cut}
      beside={{ metric: 'DAMAGE_RATE', label: t('delivery.damaged') }}
      fromZero
      control={
        <Segment<Cut>
          label={t('delivery.packed')}
          value={cut}
          options={CUTS.map((value) => ({ value, text: names[value], title: names[value] }))}
          onChange={setCut}
        />
      }
    />
  );
}

function useGreenShare(): string | undefined {
  const { t } = useText();
  const format = useFormat();
  const { data } = useMetrics({ metrics: ['GREEN_PACKAGING_SHARE'] });
  const series = data && seriesOf(data, 'GREEN_PACKAGING_SHARE');
  const point = series?.points[0];
  if (!series || point?.value == null) return undefined;
  return t('delivery.green', { share: format.value(point.value, series.metric), n: format.count(point.sample) });
}
