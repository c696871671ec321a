import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { Dialog, DialogActions } from '../../card/Dialog.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useTrendWindow } from '../../filters/use-windows.ts';
import { useFormat } from '../../format/index.ts';
import type { ChartNotesQuery } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { NoteForm } from './NoteForm.tsx';
import classes from './NotesDialog.module.css';
import { deleteNoteMutation, notesQuery } from './queries.ts';
import { nameOf } from './ShopHappenings.tsx';

export type Note = ChartNotesQuery['chartNotes'][number];

/** The notes on a chart and one to be written: what is said there stands on the axis, in the table and on paper. */
export default function NotesDialog({ metric, onClose }: { metric: string; onClose(): void }) {
  const { t } = useText();
  const { shop } = useFilters();
  const { grain } = useFilters();
  const period = useTrendWindow(grain);
  const { data } = useQuery({
    queryKey: ['chart-notes', shop, period],
    queryFn: async ({ signal }): Promise<Note[]> => (await request(notesQuery, { shop, period }, signal)).chartNotes,
  });
  const [edited, setEdited] = useState<Note | null>(null);
  const notes = data?.filter((note) => !note.metric || note.metric === metric) ?? [];
  return (
    <Dialog title={t('notes.title')} why={t('notes.why')} onClose={onClose}>
      <ul className={classes.list}>
        {notes.map((note) => (
          <NoteLine key={note.id} note={note} onEdit={() => setEdited(note)} />
        ))}
      </ul>
      {data && notes.length === 0 ? <p className={classes.none}>{t('notes.none')}</p> : null}
      <NoteForm
        key={edited ? `${edited.id} ${edited.version}` : `new ${notes.length}`}
        metric={metric}
        note={edited}
        onSaved={() => setEdited(null)}
      />
      <DialogActions>
        <button type="button" onClick={onClose}>
          {t('notes.close')}
        </button>
      </DialogActions>
    </Dialog>
  );
}

function NoteLine({ note, onEdit }: { note: Note; onEdit(): void }) {
  const { t, pick } = useText();
  const format = useFormat();
  const { shop } = useShop();
  const remove = useOperation(
    async () => (await request(deleteNoteMutation, { id: note.id, version: note.version })).deleteNote,
  );
  const at = format.dateTime(note.updatedAt, shop.zone);
  return (
    <li data-testid="note">
      <p>
        <b>{format.dayRange(note.startsOn, note.endsOn)}</b> {note.text}
      </p>
      <p className={classes.by}>
        {t('notes.by', { author: nameOf(note.author), at })} · {t(note.shared ? 'notes.everyone' : 'notes.own')}
        {note.mine ? (
          <>
            <button type="button" onClick={onEdit}>
              {t('notes.edit')}
            </button>
            <button type="button" disabled={remove.busy} onClick={() => remove.run(undefined)}>
              {t('notes.remove')}
            </button>
          </>
        ) : null}
      </p>
      {remove.refused.map(({ code, text }) => (
        <p key={code} role="alert" className={classes.refused}>
          {pick(text)}
        </p>
      ))}
    </li>
  );
}
