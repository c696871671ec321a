import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Rows } from '../../card/Rows.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './index.module.css';
import { toneOf, wordOf } from './tone.ts';
import type { Study } from './use-initiatives.ts';

type Horizon = Study['horizons'][number];
type Figure = Horizon['treatedBefore'];

/** The same question 30, 60 and 90 days after the start, and over all days known. */
export function HorizonsCard({ study }: { study: Study }) {
  const { t } = useText();
  const format = useFormat();
  const { metric, horizons, better } = study;
  const value = (figure: Figure) => (figure && metric ? format.value(figure.value, metric) : format.noValue());
  const side = (before: Figure, after: Figure) => (
    <span className={classes.figure}>
      {value(before)} → {value(after)}
      {after ? <small>{t('initiatives.nRows', { n: format.count(after.rows) })}</small> : null}
    </span>
  );
  const rows = horizons.map((horizon) => ({
    key: String(horizon.days),
    cells: [
      <span key="days" className={classes.name}>
        {horizon.days === null ? t('initiatives.allDays') : t('initiatives.afterDays', { n: horizon.days })}
        <small>
          {horizon.complete
            ? format.dayRange(horizon.period.from, horizon.period.to)
            : t('initiatives.waiting', { day: format.day(horizon.completeOn) })}
        </small>
      </span>,
      side(horizon.treatedBefore, horizon.treatedAfter),
      side(horizon.controlBefore, horizon.controlAfter),
      <Effect key="effect" horizon={horizon} study={study} />,
      horizon.complete && horizon.effect !== null ? (
        <Pill key="verdict" tone={toneOf({ verdict: horizon.verdict, better: signed(study, horizon) ?? better })}>
          {t(`initiatives.verdicts.${wordOf({ verdict: horizon.verdict, better: signed(study, horizon) ?? better })}`)}
        </Pill>
      ) : (
        format.noValue()
      ),
    ],
  }));
  return (
    <Card title={t('initiatives.horizons')} sub={t('initiatives.horizonsSub')}>
      <Rows
        columns={[
          { label: t('initiatives.since') },
          { label: t('initiatives.treated'), right: true },
          { label: t('initiatives.control'), right: true },
          { label: t('initiatives.effect'), right: true },
          { label: t('initiatives.verdict') },
        ]}
        rows={rows}
        empty={t('initiatives.noHorizons')}
      />
    </Card>
  );
}

/** A horizon may point another way than all days together. */
function signed({ metric }: Study, { effect }: Horizon): boolean | null {
  if (!metric || effect === null || metric.polarity === 'NEUTRAL') return null;
  return effect > 0 === (metric.polarity === 'HIGHER_IS_BETTER');
}

function Effect({ horizon, study: { metric } }: { horizon: Horizon; study: Study }) {
  const { t } = useText();
  const format = useFormat();
  if (!metric || horizon.effect === null) return <>{format.noValue()}</>;
  const { interval, relative } = horizon;
  return (
    <span className={classes.figure}>
      <b>{format.change(horizon.effect, metric)}</b>
      {relative === null ? null : ` · ${format.ratio(relative)}`}
      {interval ? (
        <small>
          {t('initiatives.to', {
            low: format.change(interval.low, metric),
            high: format.change(interval.high, metric),
          })}
        </small>
      ) : null}
    </span>
  );
}
