import { answerService } from '../../answer/index.ts';
import { Answer, AnswerRoom } from '../../card/Answer.tsx';
import { CardRow, CardStack } from '../../card/CardRow.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useGrain } from '../../filters/use-grain.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { HeatCard } from '../../metric/cards/HeatCard.tsx';
import { LeagueCard } from '../../metric/cards/LeagueCard.tsx';
import { TrendCard } from '../../metric/cards/TrendCard.tsx';
import { KpiGrid } from '../../metric/KpiGrid.tsx';
import { AgentsCard } from './AgentsCard.tsx';
import { BacklogCard } from './BacklogCard.tsx';
import { BotTrendCard, HandOverCard } from './BotCards.tsx';
import { TopicsCard } from './TopicsCard.tsx';
import { headline, useHeadline } from './use-service.ts';

export default function ServicePage() {
  const { totals, history, byChannel } = useHeadline();
  const { t, lang } = useText();
  const { period } = useFilters();
  const format = useFormat();
  const days = format.dayRange(period.from, period.to);
  const answer =
    totals.data && !byChannel.isLoading
      ? answerService({ totals: totals.data, byChannel: byChannel.data }, lang)
      : undefined;
  return (
    <>
      {answer ? <Answer lead={answer.lead} rest={answer.rest} /> : <AnswerRoom />}
      <KpiGrid metrics={headline} totals={totals} history={history.data} />
      <CardRow>
        <InTimeCard />
      </CardRow>
      <CardRow shape="equal">
        <LeagueCard
          title={t('service.channels')}
          sub={t('service.channelsSub', { days })}
          file="in-time-by-channel"
          metric="RESPONSE_IN_TIME_RATE"
          by="CHANNEL"
          beside={{ metric: 'FIRST_RESPONSE_MINUTES_P50', label: t('service.median') }}
        />
        <BacklogCard />
      </CardRow>
      <CardRow>
        <HeatCard
          id="hours"
          title={t('service.hours')}
          sub={t('service.hoursSub')}
          file="in-time-by-channel-and-hour"
          metric="RESPONSE_IN_TIME_RATE"
          rows="CHANNEL"
          across="HOUR"
          rowHead={t('service.channel')}
          noteHead={t('service.due')}
        />
      </CardRow>
      <CardRow shape="equal">
        <TopicsCard />
        <CardStack>
          <BotTrendCard />
          <HandOverCard />
        </CardStack>
      </CardRow>
      <CardRow>
        <AgentsCard />
      </CardRow>
    </>
  );
}

function InTimeCard() {
  const { t } = useText();
  const grain = useGrain('MONTH');
  return (
    <TrendCard
      title={t('service.trend', { grain: t(`overview.by${grain}`) })}
      sub={t('service.trendSub')}
      file="answered-in-time"
      grain={grain}
      callout="lowest"
      denominator={t('service.dueBars', { grain: t(`overview.a${grain}`) })}
      lines={[{ metric: 'RESPONSE_IN_TIME_RATE', label: t('service.inTime') }]}
    />
  );
}
