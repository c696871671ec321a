import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { MetricActions } from '../../metric/MetricActions.tsx';
import { scorecardRows } from '../../metric/scorecard-rows.ts';
import { Scorecard, scorecardTable } from '../../metric/Scorecard.tsx';
import { scored, useAgents } from './use-service.ts';

/** Who answers, in figures with their intervals: most of them cannot be told apart, and then they are not ranked. */
export function AgentsCard() {
  const widen = useWiden();
  const { cards, whole } = useAgents();
  const { t, lang } = useText();
  const { period } = useFilters();
  const format = useFormat();
  const rows = cards.data ? scorecardRows(scored, cards.data, whole.data) : [];
  return (
    <Card
      title={t('service.agents')}
      sub={t('service.agentsSub', { days: format.dayRange(period.from, period.to) })}
      table={rows.length > 0 ? scorecardTable(rows, t('service.agent'), format, lang) : undefined}
      file="agents"
      actions={<MetricActions metric="CSAT" answer={cards.data} />}
    >
      <Answered query={cards} height={480} onWiden={widen} empty={() => rows.length === 0}>
        {() => <Scorecard rows={rows} rowHead={t('service.agent')} dimension="AGENT" period={period} />}
      </Answered>
    </Card>
  );
}
