import { useState, type ReactNode } from 'react';

import { useShop } from '../../filters/shop-context.tsx';
import type { Dimension, MetricId } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { useDimensions } from '../../metric/use-dimensions.ts';
import { Chip } from '../../shell/bar/Chip.tsx';
import { Segment } from '../../shell/Segment.tsx';
import SaveViewDialog from '../../shell/views/SaveViewDialog.tsx';
import classes from './Builder.module.css';
import { FilterAdder } from './FilterAdder.tsx';
import { Picker } from './Picker.tsx';
import { MOST_DIMENSIONS, MOST_METRICS } from './search.ts';
import type { Question } from './use-question.ts';

/** The question by pointing: which figures, cut by what, over time or as a whole; period, comparisons and regions stand in the bar. */
export function Builder({ question }: { question: Question }) {
  const { t, pick } = useText();
  const { definitions } = useShop();
  const { metrics, by, overTime, offered, change } = question;
  const [saving, setSaving] = useState(false);
  const dimensions = useDimensions();
  const named = (dimension: Dimension) => {
    const found = dimensions.get(dimension);
    return found ? pick(found.title) : dimension;
  };
  const setMetrics = (next: string[]) => change({ metric: next.length > 0 ? (next as MetricId[]) : undefined });
  const setBy = (next: string[]) => change({ by: next.length > 0 ? (next as Dimension[]) : undefined });
  return (
    <section className={classes.builder} aria-label={t('explore.builder')} data-testid="builder">
      <Line label={t('explore.what')}>
        {question.definitions.map(({ id, title }) => (
          <Removable
            key={id}
            name={pick(title)}
            onRemove={metrics.length > 1 ? () => setMetrics(metrics.filter((each) => each !== id)) : undefined}
          />
        ))}
        <Picker
          label={t('explore.metric')}
          most={MOST_METRICS}
          chosen={metrics}
          onChange={setMetrics}
          options={[...definitions.values()].map(({ id, title }) => ({
            value: id,
            label: pick(title),
            hint: id,
            words: `${title.en} ${title.zh}`,
          }))}
        />
      </Line>
      <Line label={t('explore.by')}>
        {by.map((dimension) => (
          <Removable
            key={dimension}
            name={named(dimension)}
            onRemove={() => setBy(by.filter((each) => each !== dimension))}
          />
        ))}
        <Picker
          label={t('explore.dimension')}
          most={MOST_DIMENSIONS}
          chosen={by}
          onChange={setBy}
          options={offered.map((dimension) => ({ value: dimension, label: named(dimension), words: dimension }))}
        />
        <Segment
          label={t('explore.over')}
          value={overTime ? 'time' : 'whole'}
          options={[
            { value: 'whole', text: t('explore.whole'), title: t('explore.wholeTitle') },
            { value: 'time', text: t('explore.time'), title: t('explore.timeTitle') },
          ]}
          onChange={(over) => change({ over: over === 'time' ? 'time' : undefined })}
        />
        {by.length === MOST_DIMENSIONS ? <small>{t('explore.twoWhole')}</small> : null}
      </Line>
      <Line label={t('explore.where')}>
        <FilterAdder offered={offered} />
        <span className={classes.end}>
          <Chip onClick={() => setSaving(true)}>{t('explore.save')}</Chip>
        </span>
      </Line>
      {saving ? <SaveViewDialog of={undefined} onClose={() => setSaving(false)} /> : null}
    </section>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.line}>
      <span className={classes.label}>{label}</span>
      {children}
    </div>
  );
}

function Removable({ name, onRemove }: { name: string; onRemove: (() => void) | undefined }) {
  const { t } = useText();
  return (
    <Chip disabled={!onRemove} aria-label={onRemove ? t('views.takeAway', { what: name }) : name} onClick={onRemove}>
      {name} {onRemove ? <span aria-hidden>×</span> : null}
    </Chip>
  );
}
