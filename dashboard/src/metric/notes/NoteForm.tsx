import { useId, useState, type FormEvent } from 'react';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useFilters } from '../../filters/use-filters.ts';
import type { MetricId, SaveNoteInput } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import type { Note } from './NotesDialog.tsx';
import classes from './NotesDialog.module.css';
import { saveNoteMutation } from './queries.ts';

const LONGEST = 500;

interface NoteFormProps {
  metric: string;
  /** The one that is changed; null: a new one. */
  note: Note | null;
  onSaved(): void;
}

export function NoteForm({ metric, note, onSaved }: NoteFormProps) {
  const { t, pick } = useText();
  const { shop, period, firstDay, asOf } = useFilters();
  const id = useId();
  const [text, setText] = useState(note?.text ?? '');
  const [from, setFrom] = useState(note?.startsOn ?? period.to);
  const [to, setTo] = useState(note?.endsOn ?? period.to);
  const [shared, setShared] = useState(note?.shared ?? true);
  const [everywhere, setEverywhere] = useState(note ? !note.metric : false);
  const save = useOperation(async (input: SaveNoteInput) => (await request(saveNoteMutation, { input })).saveNote, {
    onDone: onSaved,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.run({
      ...(note ? { id: note.id, version: note.version } : {}),
      shop,
      metric: everywhere ? null : (metric as MetricId),
      startsOn: from,
      endsOn: to < from ? from : to,
      text,
      shared,
    });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <label className={classes.words} htmlFor={`${id}-text`}>
        {t('notes.text')}
        <textarea
          id={`${id}-text`}
          required
          rows={3}
          maxLength={LONGEST}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <label>
        {t('notes.day')}
        <input
          type="date"
          required
          min={firstDay}
          max={asOf}
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
      </label>
      <label>
        {t('notes.until')}
        <input
          type="date"
          required
          min={from}
          value={to < from ? from : to}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
      </label>
      <label className={classes.tick}>
        <input type="checkbox" checked={shared} onChange={({ currentTarget }) => setShared(currentTarget.checked)} />
        {t('notes.shared')}
      </label>
      <label className={classes.tick}>
        <input
          type="checkbox"
          checked={everywhere}
          onChange={({ currentTarget }) => setEverywhere(currentTarget.checked)}
        />
        {t('notes.everyChart')}
      </label>
      {save.refused.map(({ code, text: why }) => (
        <p key={code} role="alert" className={classes.refused}>
          {pick(why)}
        </p>
      ))}
      {save.failure ? (
        <p role="alert" className={classes.refused}>
          {t('card.notDone')}
        </p>
      ) : null}
      <button type="submit" className={classes.save} disabled={save.busy || text.trim() === ''}>
        {t(note ? 'notes.save' : 'notes.saveNew')}
      </button>
    </form>
  );
}
