import { Card } from '../card/Card.tsx';
import { Pill } from '../card/Pill.tsx';
import { flowTable, RunFlow, type RunFlowProps } from '../charts/index.ts';
import { useShop } from '../filters/shop-context.tsx';
import { useFormat } from '../format/index.ts';
import { useText } from '../i18n/index.ts';
import { flowOutcomes, flowSources, outcomes, sumParts, wholeRun, type Outcome } from './run-flow.ts';
import classes from './RunCard.module.css';
import type { FeedName, Run } from './run.ts';

/** Where every row of one run went, and the sums that prove it. */
export function RunCard({ run, feedName, title }: { run: Run; feedName: FeedName; title: string }) {
  const { t, pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const words = Object.fromEntries(
    outcomes.map((outcome) => [outcome, { label: t(`health.${outcome}`), note: t(`health.${outcome}Note`) }]),
  ) as Record<Outcome, { label: string; note: string }>;
  const props: RunFlowProps = {
    title,
    sources: flowSources(run, (feed) => feedName(feed.feed)),
    outcomes: flowOutcomes(run, words),
    total: run.totals.read,
    heads: { source: t('health.feed'), outcome: t('health.outcome'), rows: t('health.rows') },
  };
  const { parts } = sumParts(run.totals);
  const when = format.dateTime(run.startedAt, shop.zone);
  const took =
    run.durationSeconds === null || run.durationSeconds === undefined ? '' : format.duration(run.durationSeconds);
  return (
    <Card
      title={title}
      sub={[when, took, run.source, t(`health.state${run.state}`), t('health.thin')].filter(Boolean).join(' · ')}
      actions={
        <Pill tone={wholeRun(run) ? 'good' : 'bad'}>
          {wholeRun(run) ? `✓ ${t('health.sumsAgree')}` : t('health.sumsDiffer')}
        </Pill>
      }
      table={flowTable(props, format)}
      file={`run-${run.id}`}
    >
      {run.errorMessage ? <p className={classes.error}>{run.errorMessage}</p> : null}
      {run.totals.read > 0 ? <RunFlow {...props} /> : <p className={classes.none}>{t('health.nothingRead')}</p>}
      {run.totals.read > 0 ? (
        <p className={classes.sum}>
          {format.count(run.totals.read)} = {parts.map((rows) => format.count(rows)).join(' + ')}
        </p>
      ) : null}
      {run.notes.map((note) => (
        <p key={note.en} className={classes.none}>
          {pick(note)}
        </p>
      ))}
      <FeedSums run={run} feedName={feedName} />
    </Card>
  );
}

function FeedSums({ run, feedName }: { run: Run; feedName: FeedName }) {
  const { t } = useText();
  const format = useFormat();
  return (
    <details className={classes.sums}>
      <summary>{t('health.perFile')}</summary>
      <div className={classes.scroll}>
        <table>
          <thead>
            <tr>
              <th>{t('health.file')}</th>
              <th>{t('health.feed')}</th>
              {(['read', ...outcomes, 'deleted', 'healed'] as const).map((column) => (
                <th key={column}>{t(`health.${column}`)}</th>
              ))}
              <th>{t('health.sumsAgree')}</th>
            </tr>
          </thead>
          <tbody>
            {run.feeds.map((feed) => (
              <tr key={`${feed.fileName} ${feed.feed}`} data-secondary={!feed.home || undefined}>
                <td>{feed.fileName}</td>
                <td>{feedName(feed.feed)}</td>
                {(['read', ...outcomes, 'deleted', 'healed'] as const).map((column) => (
                  <td key={column}>{feed[column] === 0 ? '·' : format.count(feed[column])}</td>
                ))}
                <td>{feed.balanced ? '✓' : '✗'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
