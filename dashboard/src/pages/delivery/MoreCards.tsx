import { useState } from 'react';

import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useYearWindow } from '../../filters/use-windows.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { LeagueCard } from '../../metric/cards/LeagueCard.tsx';
import { PairsLeagueCard } from '../../metric/cards/PairsLeagueCard.tsx';
import { FigureList } from '../../metric/FigureList.tsx';
import { Segment } from '../../shell/Segment.tsx';
import { stages, useStages } from './use-delivery.ts';

const useDays = (): string => {
  const { period } = useFilters();
  const format = useFormat();
  return format.dayRange(period.from, period.to);
};

/** Which carrier breaks promises, and where. */
export function LanesCard() {
  const { t } = useText();
  return (
    <PairsLeagueCard
      id="lanes"
      title={t('delivery.lanes')}
      sub={t('delivery.lanesSub', { days: useDays() })}
      file="carrier-by-region"
      metric="PARCEL_ON_TIME_RATE"
      by={['CARRIER', 'REGION']}
    />
  );
}

/** The steeper the promise, the harder it is kept: one rung a rule. */
export function LadderCard() {
  const { t } = useText();
  return (
    <LeagueCard
      id="ladder"
      title={t('delivery.ladder')}
      sub={t('delivery.ladderSub', { days: useDays() })}
      file="promise-ladder"
      metric="PARCEL_ON_TIME_RATE"
      by="PROMISE_RULE"
      beside={{ metric: 'PAID_TO_DELIVERED_HOURS_P50', label: t('delivery.hoursHalf') }}
      named
    />
  );
}

/** From payment to the door, stage by stage. */
export function StagesCard() {
  const query = useStages();
  const { t } = useText();
  return (
    <Card id="stages" title={t('delivery.stages')} sub={t('delivery.stagesSub', { days: useDays() })}>
      <Answered query={query} height={420}>
        {(answer) => <FigureList metrics={stages} answer={answer} />}
      </Answered>
    </Card>
  );
}

const harms = ['SILENT_PARCEL_RATE', 'DAMAGE_RATE', 'LOSS_RATE_PER_10K'] as const;
type Harm = (typeof harms)[number];

/** Parcels nobody hears of, and those that come broken or never: by carrier, with intervals. */
export function HarmsCard() {
  const [shown, setShown] = useState<Harm>('SILENT_PARCEL_RATE');
  const { t } = useText();
  const names = {
    SILENT_PARCEL_RATE: t('delivery.silent'),
    DAMAGE_RATE: t('delivery.damaged'),
    LOSS_RATE_PER_10K: t('delivery.lost'),
  };
  return (
    <LeagueCard
      id="silent"
      title={t('delivery.harms')}
      sub={t(`delivery.harmSub_${shown}`, { days: useDays() })}
      file="harm-by-carrier"
      metric={shown}
      by="CARRIER"
      named
      fromZero
      control={
        <Segment<Harm>
          label={t('delivery.harms')}
          value={shown}
          options={harms.map((value) => ({ value, text: names[value], title: names[value] }))}
          onChange={setShown}
        />
      }
    />
  );
}

/** What the great sales do to the promise: their days against all others of twelve months. */
export function PeakCard() {
  const { t } = useText();
  const format = useFormat();
  const year = useYearWindow();
  return (
    <LeagueCard
      id="peak"
      title={t('delivery.peak')}
      sub={t('delivery.peakSub', { days: format.dayRange(year.from, year.to, true) })}
      file="peak-against-normal"
      metric="PROMISE_KEPT_RATE"
      by="PEAK"
      period={year}
      beside={{ metric: 'DELIVERY_DAYS_P50', label: t('delivery.daysHalf') }}
    />
  );
}
