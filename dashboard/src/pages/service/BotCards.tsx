import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useGrain } from '../../filters/use-grain.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { TrendCard } from '../../metric/cards/TrendCard.tsx';
import { FigureList } from '../../metric/FigureList.tsx';
import { handOver, useHandOver } from './use-service.ts';

export function BotTrendCard() {
  const { t } = useText();
  const grain = useGrain('MONTH');
  return (
    <TrendCard
      title={t('service.bot')}
      sub={t('service.botSub', { grain: t(`overview.by${grain}`) })}
      note={t('service.botNote')}
      file="bot-and-hand-over"
      grain={grain}
      denominator={t('service.botBars', { grain: t(`overview.a${grain}`) })}
      lines={[
        { metric: 'BOT_CONTAINMENT_RATE', label: t('service.contained') },
        { metric: 'HANDOVER_ANSWERED_RATE', label: t('service.joined') },
      ]}
    />
  );
}

export function HandOverCard() {
  const query = useHandOver();
  const { t } = useText();
  const { period } = useFilters();
  const format = useFormat();
  return (
    <Card
      id="bot"
      title={t('service.botFigures')}
      sub={t('service.botFiguresSub', { days: format.dayRange(period.from, period.to) })}
    >
      <Answered query={query} height={280}>
        {(answer) => <FigureList metrics={handOver} answer={answer} />}
      </Answered>
    </Card>
  );
}
