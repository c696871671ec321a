import { useState } from 'react';

import { Answered } from '../../card/States.tsx';
import { Rail } from '../../card/Rail.tsx';
import { useShop, type Definition } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { comparisonKey, railOf } from '../rail.ts';
import { pointPeriod } from '../status.ts';
import type { DimensionValue, MetricComparison, MetricPoint } from '../types.ts';
import { CutRows } from './CutRows.tsx';
import { isExplained, useContribution, type Contribution } from './query.ts';
import classes from './WhatChanged.module.css';

interface WhatChangedProps {
  definition: Definition;
  point: MetricPoint;
  slice: readonly DimensionValue[];
  /** Under a heading of its own already. */
  bare?: boolean;
}

/** Where the change of a figure comes from, for each of its comparisons; nothing where it has none or its slices have no sum. */
export function WhatChanged({ definition, point, slice, bare }: WhatChangedProps) {
  const { t } = useText();
  const compared = point.comparisons.filter(({ change }) => change !== null && change !== undefined);
  if (!isExplained(definition.kind) || compared.length === 0) return null;
  return (
    <>
      {bare ? null : <h3>{t('metric.whatChanged')}</h3>}
      <Compared definition={definition} point={point} slice={slice} compared={compared} />
    </>
  );
}

function Compared({ definition, point, slice, compared }: WhatChangedProps & { compared: MetricComparison[] }) {
  const { pick } = useText();
  const format = useFormat();
  const [chosen, setChosen] = useState(0);
  const comparison = compared[chosen] ?? compared[0];
  return (
    <div className={classes.panel} data-testid="what-changed">
      {compared.length > 1 ? (
        <div className={classes.choice}>
          {compared.map((each, index) => (
            <button
              key={comparisonKey(each)}
              type="button"
              aria-pressed={each === comparison}
              onClick={() => setChosen(index)}
            >
              <Rail kind={railOf[each.kind]} />
              {each.event ? pick(each.event.label) : format.dayRange(each.period.from, each.period.to)}
            </button>
          ))}
        </div>
      ) : null}
      {comparison ? <Explained definition={definition} point={point} slice={slice} comparison={comparison} /> : null}
    </div>
  );
}

function Explained({ definition, point, slice, comparison }: WhatChangedProps & { comparison: MetricComparison }) {
  const query = useContribution({ metric: definition.id, period: pointPeriod(point), comparison, slice });
  return (
    <Answered query={query} height={220} empty={({ cuts, refused }) => cuts.length === 0 && refused.length === 0}>
      {(answer) => <Cuts definition={definition} point={point} slice={slice} answer={answer} />}
    </Answered>
  );
}

function Cuts({ definition, point, slice, answer }: WhatChangedProps & { answer: Contribution }) {
  const { t, pick } = useText();
  const { shop } = useShop();
  const [title, setTitle] = useState<string>();
  const cut = answer.cuts.find((each) => each.title.en === title) ?? answer.cuts[0];
  const measure = { ...definition, currency: shop.currency };
  return (
    <>
      {answer.cuts.length > 1 ? (
        <div className={classes.choice}>
          {answer.cuts.map((each) => (
            <button
              key={each.title.en}
              type="button"
              aria-pressed={each === cut}
              onClick={() => setTitle(each.title.en)}
            >
              {pick(each.title)}
            </button>
          ))}
        </div>
      ) : null}
      {cut ? (
        <CutRows
          cut={cut}
          measure={measure}
          metric={definition.id}
          period={pointPeriod(point)}
          within={slice}
          change={answer.change ?? 0}
          significant={answer.significant}
        />
      ) : null}
      {answer.refused.length > 0 ? (
        <details className={classes.refused}>
          <summary>{t('metric.notCut', { n: answer.refused.length })}</summary>
          <ul>
            {answer.refused.map((each) => (
              <li key={each.title.en}>
                <b>{pick(each.title)}</b> {pick(each.reason)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
