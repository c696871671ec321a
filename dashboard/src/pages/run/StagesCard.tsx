import { Card } from '../../card/Card.tsx';
import { useFormat } from '../../format/index.ts';
import { textOr, useText } from '../../i18n/index.ts';
import { stageBars } from '../../run/stages.ts';
import type { RunDetail } from './index.tsx';
import classes from './StagesCard.module.css';

/** The run on one line of time; what failed ends where it failed. */
export function StagesCard({ run, now }: { run: RunDetail; now: number }) {
  const { t, pick } = useText();
  const format = useFormat();
  const bars = stageBars(run.stages, now);
  return (
    <Card title={t('runs.stages')} sub={t('runs.stagesSub')}>
      <ol className={classes.stages}>
        {bars.map((bar, at) => (
          <li key={bar.stage} data-failed={run.state === 'FAILED' && at === bars.length - 1 ? true : undefined}>
            <span>{textOr(t, `runs.stage.${bar.stage}`, bar.stage)}</span>
            <span className={classes.track} aria-hidden>
              <i style={{ left: `${bar.left}%`, width: `${bar.width}%` }} />
            </span>
            <b>{bar.seconds === null ? t('runs.soFar') : format.duration(bar.seconds)}</b>
            <small>
              {bar.rows === null ? '' : t('runs.rows', { n: format.count(bar.rows) })}
              {bar.rowsPerSecond === null ? '' : ` · ${t('runs.pace', { n: format.count(bar.rowsPerSecond) })}`}
            </small>
          </li>
        ))}
      </ol>
      {run.error ? (
        <div className={classes.error} role="alert">
          <b>{pick(run.error.title)}</b>
          <p>{run.error.detail}</p>
          <p>
            {t('runs.remedy')}: {pick(run.error.remedy)}
          </p>
        </div>
      ) : null}
    </Card>
  );
}
