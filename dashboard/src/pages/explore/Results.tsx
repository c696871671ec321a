import { CardRow } from '../../card/CardRow.tsx';
import type { Definition } from '../../filters/shop-context.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useFormat } from '../../format/index.ts';
import type { Dimension } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { BarsCard } from '../../metric/cards/BarsCard.tsx';
import { HeatCard } from '../../metric/cards/HeatCard.tsx';
import { LeagueCard } from '../../metric/cards/LeagueCard.tsx';
import { TrendCard } from '../../metric/cards/TrendCard.tsx';
import { useDimensions } from '../../metric/use-dimensions.ts';
import { ComparedTrendCard, ComparisonsCard, SliceLinesCard } from './SlicesCard.tsx';
import { byUnit, shapeOf } from './shape.ts';
import type { Question } from './use-question.ts';

/** The answer in the picture that its shape asks for. */
export function Results({ question }: { question: Question }) {
  const { definitions, by, overTime } = question;
  if (by.length === 0) return overTime ? <Trends definitions={definitions} /> : null;
  return definitions.map((definition) => (
    <Cut key={definition.id} definition={definition} by={by} overTime={overTime} />
  ));
}

function Trends({ definitions }: { definitions: readonly Definition[] }) {
  const { t, pick } = useText();
  const { grain } = useFilters();
  return byUnit(definitions).map((group) => {
    const [first, ...rest] = group.map(({ id, title }) => ({ metric: id, label: pick(title) }));
    const [only] = group;
    if (!first || !only) return null;
    return (
      <CardRow key={first.metric}>
        {rest.length === 0 ? (
          <ComparedTrendCard definition={only} />
        ) : (
          <TrendCard
            title={group.map(({ title }) => pick(title)).join(t('shell.comma'))}
            sub={t('explore.trendSub')}
            file="explore-trend"
            grain={grain}
            lines={[first, ...rest]}
          />
        )}
      </CardRow>
    );
  });
}

interface CutProps {
  definition: Definition;
  by: readonly Dimension[];
  overTime: boolean;
}

/** One figure cut by one or two dimensions. */
function Cut({ definition, by, overTime }: CutProps) {
  const name = useNames(by);
  const [first] = by;
  if (!first) return null;
  return (
    <>
      <CardRow>
        <Picture definition={definition} by={by} overTime={overTime} name={name} first={first} />
      </CardRow>
      {overTime ? null : (
        <CardRow>
          <ComparisonsCard definition={definition} by={[...by]} name={name} />
        </CardRow>
      )}
    </>
  );
}

function Picture({ definition, by, overTime, name, first }: CutProps & { name: string; first: Dimension }) {
  const { t, pick } = useText();
  const { period } = useFilters();
  const format = useFormat();
  const what = { metric: pick(definition.title), by: name };
  const card = {
    title: t('explore.cut', what),
    sub: format.dayRange(period.from, period.to),
    file: 'explore-slices',
    metric: definition.id,
  };
  const shape = shapeOf({ by, overTime }, definition.kind);
  if (shape === 'grid')
    return (
      <HeatCard
        {...card}
        sub={t('explore.gridSub')}
        rows={first}
        across={by[1]}
        rowHead={name}
        noteHead={t('explore.sample')}
        period={period}
      />
    );
  if (shape === 'lines') return <SliceLinesCard definition={definition} by={first} name={name} />;
  if (shape === 'league') return <LeagueCard {...card} by={first} limit={20} />;
  return (
    <BarsCard
      {...card}
      by={first}
      heads={{
        label: name,
        value: pick(definition.title),
        share: t('explore.share'),
        cumulative: t('explore.cumulative'),
      }}
      unnamed={t('explore.unnamed')}
    />
  );
}

function useNames(by: readonly Dimension[]): string {
  const { pick } = useText();
  const dimensions = useDimensions();
  return by
    .map((dimension) => {
      const found = dimensions.get(dimension);
      return found ? pick(found.title) : dimension;
    })
    .join(' × ');
}
