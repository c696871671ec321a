import { answerDelivery } from '../../answer/index.ts';
import { Answer, AnswerRoom } from '../../card/Answer.tsx';
import { CardRow, CardStack } from '../../card/CardRow.tsx';
import { Answered } from '../../card/States.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { LeagueCard } from '../../metric/cards/LeagueCard.tsx';
import { KpiRoom } from '../../metric/KpiRoom.tsx';
import { KpiCard } from '../../metric/KpiCard.tsx';
import { PrintedFigures } from '../../metric/PrintedFigures.tsx';
import { HarmsCard, LadderCard, LanesCard, PeakCard, StagesCard } from './MoreCards.tsx';
import { DaysCard } from './DaysCard.tsx';
import classes from './index.module.css';
import { OverdueCard } from './OverdueCard.tsx';
import { PackagingCard } from './PackagingCard.tsx';
import { RegionMonthsCard } from './RegionMonthsCard.tsx';
import { StarsCard } from './StarsCard.tsx';
import { headline, useHeadline } from './use-delivery.ts';

export default function DeliveryPage() {
  const { totals, history, scores, lanes } = useHeadline();
  const { lang } = useText();
  const settled = !scores.isLoading && !lanes.isLoading;
  const answer =
    totals.data && settled
      ? answerDelivery({ totals: totals.data, scores: scores.data, lanes: lanes.data }, lang)
      : undefined;
  return (
    <>
      {answer ? <Answer lead={answer.lead} rest={answer.rest} tall /> : <AnswerRoom tall />}
      <Answered
        query={totals}
        height={156}
        room={
          <section className={classes.kpis} data-state="loading" aria-busy>
            {headline.map((metric) => (
              <KpiRoom key={metric} />
            ))}
          </section>
        }
      >
        {(figures) => (
          <>
            <section className={classes.kpis}>
              {headline.map((metric) => (
                <KpiCard key={metric} metric={metric} total={figures} history={history.data} />
              ))}
            </section>
            <PrintedFigures answer={figures} metrics={headline} />
          </>
        )}
      </Answered>
      <div className={classes.row}>
        <DaysCard />
      </div>
      <div className={`${classes.row} ${classes.two}`}>
        <RegionsCard />
        <RegionMonthsCard />
      </div>
      <CardRow shape="equal">
        <LanesCard />
        <CardStack>
          <OverdueCard />
          <LadderCard />
        </CardStack>
      </CardRow>
      <CardRow shape="equal">
        <StagesCard />
        <CardStack>
          <HarmsCard />
          <PeakCard />
        </CardStack>
      </CardRow>
      <div className={classes.row}>
        <StarsCard />
      </div>
      <div className={classes.row}>
        <PackagingCard />
      </div>
    </>
  );
}

/** Regions with their intervals; a place is a range where intervals overlap. */
function RegionsCard() {
  const { t } = useText();
  const { period } = useFilters();
  const format = useFormat();
  return (
    <LeagueCard
      title={t('delivery.league')}
      sub={t('delivery.leagueSub', { days: format.dayRange(period.from, period.to) })}
      file="promise-kept-league"
      metric="PROMISE_KEPT_RATE"
      by="REGION"
      places
    />
  );
}
