import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { Sankey, sankeyTable, type SankeyProps } from '../../charts/index.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useDimensions } from '../../metric/use-dimensions.ts';
import { sankeyColumns, sankeyFlows, stageOrder, type Stages } from './stages.ts';
import { useJourneyChoice, type useJourney } from './use-journey.ts';
import { useWays } from './use-ways.ts';

/** From what the order is, through the promise and the voice, to the return. */
export function SankeyCard({ query }: { query: ReturnType<typeof useJourney>['stages'] }) {
  const { t } = useText();
  const format = useFormat();
  const widen = useWiden();
  const { period } = useFilters();
  const props = useSankey(query.data);
  return (
    <Card
      title={t('flow.sankey')}
      sub={t('flow.sankeySub', { days: format.dayRange(period.from, period.to) })}
      note={t('flow.sankeyNote')}
      table={props ? sankeyTable(props, format) : undefined}
      file="journey-stages"
    >
      <Answered query={query} height={424} onWiden={widen} empty={(stages) => stages.flows.length === 0}>
        {() => (props ? <Sankey {...props} /> : null)}
      </Answered>
    </Card>
  );
}

function useSankey(stages: Stages | undefined): SankeyProps | undefined {
  const { t, pick, lang } = useText();
  const format = useFormat();
  const { segment } = useJourneyChoice();
  const dimensions = useDimensions();
  const ways = useWays();
  if (!stages) return undefined;
  const title = dimensions.get(segment)?.title;
  const columns = sankeyColumns(stages, lang, format);
  return {
    title: t('flow.sankey'),
    columns: stageOrder.map((stage, at) => ({
      label: stage === 'SEGMENT' && title ? pick(title) : t(`flow.stage${stage}`),
      nodes: columns[at] ?? [],
    })),
    flows: sankeyFlows(stages),
    heads: {
      from: t('flow.from'),
      to: t('flow.to'),
      count: t('flow.orders'),
      share: t('flow.share'),
      low: t('flow.low'),
      high: t('flow.high'),
      median: t('flow.sinceOrder'),
    },
    ...ways,
  };
}
