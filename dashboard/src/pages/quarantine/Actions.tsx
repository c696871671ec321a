import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { download } from '../../card/download.ts';
import { Told } from '../../card/Told.tsx';
import { toCsv } from '../../charts/index.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import type { QuarantineWhere, RefusedSelection } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import classes from './Actions.module.css';
import { Previewed, type Settled } from './Outcome.tsx';
import { allRefused, quarantineTable } from './quarantine-csv.ts';
import { discardMutation, previewMutation, replayMutation } from './queries.ts';

interface Chosen {
  selection: RefusedSelection;
  from: string | null;
}

interface ActionsProps {
  where: QuarantineWhere;
  total: number;
  /** What would be done with; undefined: these rows do not wait. */
  acted: { selection: RefusedSelection; rows: number } | undefined;
  onSettled(settled: Settled | undefined): void;
}

/** Download for everybody who sees the rows; preview, replay and discard for operators. */
export function Actions({ where, total, acted, onSettled }: ActionsProps) {
  const { t } = useText();
  const { viewer } = useShop();
  const format = useFormat();
  const [discards, setDiscards] = useState(false);
  const [folder, setFolder] = useState<string>();
  const preview = useOperation(async (chosen: Chosen) => (await request(previewMutation, chosen)).previewReplay, {
    reads: true,
  });
  const replay = useOperation(async (chosen: Chosen) => (await request(replayMutation, chosen)).replayQuarantine, {
    onDone: ({ sources }) => onSettled({ sources }),
  });
  const may = viewer.role === 'OPERATOR' && acted !== undefined && acted.rows > 0;
  const start = (work: typeof preview | typeof replay) => {
    preview.clear();
    replay.clear();
    setDiscards(false);
    onSettled(undefined);
    if (acted)
      work.run({
        selection: acted.selection,
        from: folder === undefined || folder.trim() === '' ? null : folder.trim(),
      });
  };
  const n = format.count(acted?.rows);
  const busy = preview.busy || replay.busy;
  return (
    <>
      <div className={classes.actions} role="group" aria-label={t('quarantine.actions')}>
        <Download where={where} total={total} />
        {may ? (
          <>
            <Button aria-expanded={discards} disabled={busy} onClick={() => setDiscards(!discards)}>
              {t('quarantine.discard', { n })}
            </Button>
            <Button loading={preview.busy} disabled={busy} onClick={() => start(preview)}>
              {t('quarantine.preview', { n })}
            </Button>
            <Button variant="filled" loading={replay.busy} disabled={busy} onClick={() => start(replay)}>
              {t('quarantine.replay', { n })}
            </Button>
          </>
        ) : null}
      </div>
      {may && discards ? (
        <DiscardForm
          selection={acted.selection}
          rows={acted.rows}
          onClose={() => setDiscards(false)}
          onSettled={onSettled}
        />
      ) : null}
      <Told operation={preview} />
      <Told operation={replay} />
      {may && (folder !== undefined || [...preview.refused, ...replay.refused].some(wantsFolder)) ? (
        <DeliveryFolder folder={folder ?? ''} onChange={setFolder} />
      ) : null}
      {preview.done ? <Previewed sources={preview.done.sources} onClose={preview.clear} /> : null}
    </>
  );
}

/** Refusals that the folder of the delivery answers. */
const wantsFolder = ({ code }: { code: string }): boolean =>
  ['REPLAY_NEEDS_FILES', 'REPLAY_OTHER_FILES', 'FOLDER_OUTSIDE'].includes(code);

function DeliveryFolder({ folder, onChange }: { folder: string; onChange(folder: string): void }) {
  const { t } = useText();
  return (
    <div className={classes.line}>
      <TextInput
        size="xs"
        label={t('quarantine.folder')}
        description={t('quarantine.folderNote')}
        value={folder}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

function Download({ where, total }: { where: QuarantineWhere; total: number }) {
  const { t, pick } = useText();
  const format = useFormat();
  const fetching = useOperation(
    async () => {
      download('quarantine.csv', toCsv(quarantineTable(await allRefused(where), { t, pick })));
      return { userErrors: [] };
    },
    { reads: true },
  );
  if (total === 0) return null;
  const n = format.count(total);
  return (
    <>
      <Button disabled={fetching.busy} onClick={() => fetching.run(undefined)}>
        {t(fetching.busy ? 'quarantine.preparing' : 'quarantine.download', { n })}
      </Button>
      <Told operation={fetching} />
    </>
  );
}

interface DiscardProps {
  selection: RefusedSelection;
  rows: number;
  onClose(): void;
  onSettled(settled: Settled): void;
}

function DiscardForm({ selection, rows, onClose, onSettled }: DiscardProps) {
  const { t } = useText();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const discard = useOperation(
    async (why: string) => (await request(discardMutation, { selection, reason: why })).discardQuarantine,
    {
      onDone: ({ discarded }) => {
        onClose();
        onSettled({ discarded });
      },
    },
  );
  const n = format.count(rows);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    discard.run(reason.trim());
  };
  return (
    <form className={classes.panel} onSubmit={submit} aria-label={t('quarantine.discardTitle', { n })}>
      <b>{t('quarantine.discardTitle', { n })}</b>
      <p>{t('quarantine.discardNote')}</p>
      <div className={classes.line}>
        <TextInput
          size="xs"
          data-autofocus
          aria-label={t('quarantine.discardReason')}
          placeholder={t('quarantine.discardReason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" variant="filled" disabled={reason.trim() === ''} loading={discard.busy}>
          {t('quarantine.discardDo', { n })}
        </Button>
        <Button onClick={onClose}>{t('quarantine.close')}</Button>
      </div>
      <Told operation={discard} />
    </form>
  );
}
