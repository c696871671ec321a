import { Button } from '@mantine/core';
import { useState } from 'react';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { Card } from '../../card/Card.tsx';
import { Pill, type PillTone } from '../../card/Pill.tsx';
import { Told } from '../../card/Told.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './Loads.module.css';
import { cancelBackfillMutation, pauseBackfillMutation, resumeBackfillMutation } from './loads-queries.ts';
import { StartBackfill } from './StartBackfill.tsx';
import type { Backfill } from './use-loads.ts';

const tones: Record<Backfill['state'], PillTone> = { RUNNING: 'warn', PAUSED: 'flat', CANCELLED: 'flat', DONE: 'good' };

interface BackfillsCardProps {
  backfills: readonly Backfill[];
  /** What can be filled: the sources with a schedule. */
  sources: readonly string[];
}

/** The past that is being loaded, how far it is and when it will be done; an operator has more of it loaded. */
export function BackfillsCard({ backfills, sources }: BackfillsCardProps) {
  const { t } = useText();
  const { viewer } = useShop();
  const [starts, setStarts] = useState(false);
  const may = viewer.role === 'OPERATOR' && sources.length > 0;
  if (backfills.length === 0 && !may) return null;
  return (
    <Card
      title={t('loads.backfills')}
      sub={t('loads.backfillsSub')}
      actions={
        may ? (
          <Button aria-expanded={starts} onClick={() => setStarts(!starts)}>
            {t('loads.backfillNew')}
          </Button>
        ) : null
      }
    >
      {may && starts ? <StartBackfill sources={sources} onClose={() => setStarts(false)} /> : null}
      {backfills.length === 0 ? <p className={classes.none}>{t('loads.backfillsNone')}</p> : null}
      <ul className={classes.list}>
        {backfills.map((backfill) => (
          <BackfillLine key={backfill.id} backfill={backfill} />
        ))}
      </ul>
    </Card>
  );
}

function BackfillLine({ backfill }: { backfill: Backfill }) {
  const { t, pick } = useText();
  const { shop, viewer } = useShop();
  const format = useFormat();
  const { state, done, total, failed, windowsPerMinute, expectedEnd, stopped, failures } = backfill;
  const [first] = failures;
  const told = [
    t('loads.progress', { done: format.count(done), total: format.count(total) }),
    state === 'RUNNING' && backfill.held ? t('loads.held') : '',
    state === 'RUNNING' && windowsPerMinute != null
      ? t('loads.pace', { n: format.trimmed(windowsPerMinute, { unit: 'COUNT', decimals: 1 }) })
      : '',
    state === 'RUNNING' && expectedEnd ? t('loads.end', { at: format.dateTime(expectedEnd, shop.zone) }) : '',
  ];
  return (
    <li className={classes.backfill}>
      <div>
        <b>{backfill.source}</b>{' '}
        <small>
          {format.momentDay(backfill.firstWindow, shop.zone)} – {format.momentDay(backfill.lastWindow, shop.zone)}
        </small>{' '}
        <Pill tone={tones[state]}>{t(`loads.backfill.${state}`)}</Pill>
      </div>
      <progress className={classes.progress} max={Math.max(1, total)} value={done} aria-label={backfill.source} />
      <small>{told.filter(Boolean).join(' · ')}</small>
      {stopped ? (
        <em>{t('loads.stopped', { n: format.count(stopped.windows), why: pick(stopped.error.title) })}</em>
      ) : null}
      {failed > 0 && first && !stopped ? (
        <em>{t('loads.failures', { n: format.count(failed), why: pick(first.error.title) })}</em>
      ) : null}
      {viewer.role === 'OPERATOR' ? <BackfillActions backfill={backfill} /> : null}
    </li>
  );
}

function BackfillActions({ backfill: { id, state, failed } }: { backfill: Backfill }) {
  const { t } = useText();
  const pause = useOperation(async () => (await request(pauseBackfillMutation, { id })).pauseBackfill);
  const resume = useOperation(async () => (await request(resumeBackfillMutation, { id })).resumeBackfill);
  const cancel = useOperation(async () => (await request(cancelBackfillMutation, { id })).cancelBackfill);
  const open = state === 'RUNNING' || state === 'PAUSED';
  if (!open && (state !== 'DONE' || failed === 0)) return null;
  return (
    <div className={classes.acts}>
      {state === 'RUNNING' ? (
        <Button loading={pause.busy} onClick={() => pause.run(undefined)}>
          {t('loads.pause')}
        </Button>
      ) : (
        <Button loading={resume.busy} onClick={() => resume.run(undefined)}>
          {t(open ? 'loads.resume' : 'loads.retry')}
        </Button>
      )}
      {open ? (
        <Button loading={cancel.busy} onClick={() => cancel.run(undefined)}>
          {t('loads.cancel')}
        </Button>
      ) : null}
      <Told operation={pause} />
      <Told operation={resume} />
      <Told operation={cancel} />
    </div>
  );
}
