import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { useFormat } from '../../format/index.ts';
import type { PreviewReplayMutation, ReplayQuarantineMutation } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { beyond } from '../../metric/reckon.ts';
import classes from './Actions.module.css';

type Preview = PreviewReplayMutation['previewReplay']['sources'][number];
type Replay = ReplayQuarantineMutation['replayQuarantine']['sources'][number];

/** What a replay would load, what it would refuse again, and which published figures would move. */
export function Previewed({ sources, onClose }: { sources: readonly Preview[]; onClose(): void }) {
  const { t } = useText();
  const format = useFormat();
  return (
    <Panel onClose={onClose} note={t('quarantine.previewNote')}>
      {sources.map((source) => (
        <div key={source.source}>
          <b>
            {t('quarantine.would', {
              source: source.source,
              loaded: format.count(source.loaded),
              rows: format.count(source.rows),
            })}
          </b>
          <Left source={source} />
          <Moved source={source} />
        </div>
      ))}
    </Panel>
  );
}

function Moved({ source: { moved, movedCount } }: { source: Preview }) {
  const { t, pick } = useText();
  const format = useFormat();
  if (movedCount === 0) return <p>{t('quarantine.wouldMoveNone')}</p>;
  return (
    <>
      <p>
        {movedCount === 1 ? t('quarantine.wouldMoveOne') : t('quarantine.wouldMove', { n: format.count(movedCount) })}
      </p>
      <ul>
        {moved.map((figure) => (
          <li key={`${figure.metric.id} ${figure.month}`} data-testid="would-move">
            {pick(figure.metric.title)}, {format.month(figure.month)}:{' '}
            <s>{format.exact(figure.before, figure.metric)}</s> → <b>{format.exact(figure.after, figure.metric)}</b>
          </li>
        ))}
        {movedCount > moved.length ? (
          <li>{t('quarantine.wouldMoveMore', { n: format.count(beyond(movedCount, moved.length)) })}</li>
        ) : null}
      </ul>
    </>
  );
}

/** What an operator did with waiting rows; it is told until the next, though the rows themselves are gone from the list. */
export type Settled = { sources: readonly Replay[] } | { discarded: number };

export function SettledPanel({ settled, onClose }: { settled: Settled; onClose(): void }) {
  const { t } = useText();
  const format = useFormat();
  if ('discarded' in settled)
    return (
      <Panel onClose={onClose}>
        <b>{t('quarantine.discarded', { n: format.count(settled.discarded) })}</b>
      </Panel>
    );
  return (
    <Panel onClose={onClose}>
      {settled.sources.map((source) => (
        <div key={source.source}>
          <b>
            {t('quarantine.did', {
              source: source.source,
              loaded: format.count(source.loaded),
              rows: format.count(source.rows),
            })}
          </b>{' '}
          {source.runId ? (
            <Link to="/runs/$id" params={{ id: source.runId }}>
              {t('quarantine.didRun', { run: source.runId })}
            </Link>
          ) : null}
          <Left source={source} />
        </div>
      ))}
    </Panel>
  );
}

/** What was not, or would not be, loaded, and why. */
function Left({ source: { refusals, superseded } }: { source: Pick<Preview, 'refusals' | 'superseded'> }) {
  const { t, pick } = useText();
  const format = useFormat();
  return (
    <>
      {refusals.map(({ reason, field, rows }) => (
        <p key={`${reason.code} ${field ?? ''}`}>
          {t('quarantine.stillRefused', { n: format.count(rows), reason: pick(reason.title) })}
          {field ? ` (${field})` : ''}
        </p>
      ))}
      {superseded > 0 ? <p>{t('quarantine.older', { n: format.count(superseded) })}</p> : null}
    </>
  );
}

function Panel({ children, note, onClose }: { children: ReactNode; note?: string; onClose(): void }) {
  const { t } = useText();
  return (
    <div className={classes.panel} role="status" data-testid="outcome">
      <div className={classes.head}>
        <div>{children}</div>
        <button type="button" onClick={onClose}>
          {t('quarantine.close')}
        </button>
      </div>
      {note ? <p>{note}</p> : null}
    </div>
  );
}
