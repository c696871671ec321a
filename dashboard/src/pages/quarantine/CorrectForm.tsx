import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { Told } from '../../card/Told.tsx';
import { useText } from '../../i18n/index.ts';
import { Segment } from '../../shell/Segment.tsx';
import classes from './CorrectForm.module.css';
import { correctMutation } from './queries.ts';
import type { RefusedRow } from './use-quarantine.ts';

interface Field {
  key: number;
  column: string;
  value: string;
}

interface Correction {
  fields: { column: string; value: string }[] | null;
  raw: string | null;
}

/** A waiting row put right: some fields of it, or the whole record; its own bytes stay as they came. */
export function CorrectForm({ row, onClose }: { row: RefusedRow; onClose(): void }) {
  const { t } = useText();
  const [mode, setMode] = useState<'fields' | 'whole'>('fields');
  const [fields, setFields] = useState<Field[]>([{ key: 0, column: '', value: '' }]);
  const [raw, setRaw] = useState(row.corrected ?? row.raw ?? '');
  const operation = useOperation(
    async (correction: Correction) =>
      (await request(correctMutation, { id: row.id, ...correction })).correctQuarantined,
    { onDone: onClose },
  );
  const named = fields.filter(({ column }) => column.trim() !== '');
  const ready = mode === 'whole' ? raw !== '' : named.length > 0;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (mode === 'whole') operation.run({ fields: null, raw });
    else operation.run({ fields: named.map(({ column, value }) => ({ column: column.trim(), value })), raw: null });
  };
  return (
    <form className={classes.form} aria-label={t('quarantine.correctTitle', { id: row.id })} onSubmit={save}>
      <Segment<'fields' | 'whole'>
        label={t('quarantine.correctTitle', { id: row.id })}
        value={mode}
        options={[
          { value: 'fields', text: t('quarantine.byField'), title: t('quarantine.byField') },
          { value: 'whole', text: t('quarantine.whole'), title: t('quarantine.whole') },
        ]}
        onChange={setMode}
      />
      {mode === 'fields' ? (
        <FieldInputs fields={fields} onChange={setFields} />
      ) : (
        <Textarea
          size="xs"
          rows={4}
          label={t('quarantine.record1')}
          classNames={{ input: classes.raw }}
          spellCheck={false}
          value={raw}
          onChange={(event) => setRaw(event.currentTarget.value)}
        />
      )}
      <Told operation={operation} />
      <div className={classes.row}>
        <Button type="submit" variant="filled" disabled={!ready} loading={operation.busy}>
          {t('quarantine.save')}
        </Button>
        <Button onClick={onClose}>{t('quarantine.close')}</Button>
        <small>{t('quarantine.correctNote')}</small>
      </div>
    </form>
  );
}

function FieldInputs({ fields, onChange }: { fields: readonly Field[]; onChange(fields: Field[]): void }) {
  const { t } = useText();
  const write = (key: number, next: Partial<Field>) =>
    onChange(fields.map((field) => (field.key === key ? { ...field, ...next } : field)));
  return (
    <>
      {fields.map((field) => (
        <div key={field.key} className={classes.pair}>
          <TextInput
            size="xs"
            label={t('quarantine.column')}
            value={field.column}
            onChange={(event) => write(field.key, { column: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            label={t('quarantine.value')}
            value={field.value}
            onChange={(event) => write(field.key, { value: event.currentTarget.value })}
          />
        </div>
      ))}
      <Button
        className={classes.another}
        variant="subtle"
        onClick={() => onChange([...fields, { key: fields.length, column: '', value: '' }])}
      >
        + {t('quarantine.another')}
      </Button>
    </>
  );
}
