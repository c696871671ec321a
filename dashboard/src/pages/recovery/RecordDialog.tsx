import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { Dialog, DialogActions } from '../../card/Dialog.tsx';
import { Told } from '../../card/Told.tsx';
import type { RecoveryAction, RecoveryLineFragment as Line, RecoveryOutcome } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { recordMutation } from './queries.ts';
import classes from './recovery.module.css';

const actions = [
  'CALLED',
  'MESSAGED',
  'REFUNDED',
  'COMPENSATED',
  'REPLACED',
] as const satisfies readonly RecoveryAction[];
const outcomes = ['SETTLED', 'UNSETTLED', 'UNREACHABLE'] as const satisfies readonly RecoveryOutcome[];

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value | '';
  options: readonly { value: Value; text: string }[];
  onChange(value: Value | ''): void;
}

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <label className={classes.field}>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as Value | '')}>
        <option value="">–</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Owner, deadline, what was done and what came of it; an outcome closes the case. */
export function RecordDialog({ line, onClose }: { line: Line; onClose(): void }) {
  const { t } = useText();
  const [owner, setOwner] = useState(line.owner ?? '');
  const [dueOn, setDueOn] = useState(line.dueOn);
  const [action, setAction] = useState<RecoveryAction | ''>((line.action?.code.toUpperCase() as RecoveryAction) ?? '');
  const [outcome, setOutcome] = useState<RecoveryOutcome | ''>('');
  const record = useOperation(
    async () => {
      const { id, version } = line;
      const input = { id, version, owner, dueOn, action: action || null, outcome: outcome || null };
      return (await request(recordMutation, { input })).recordRecovery;
    },
    { onDone: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    record.run(undefined);
  };
  return (
    <Dialog title={t('recovery.recordTitle')} why={t('recovery.recordWhy')} onClose={onClose}>
      <form onSubmit={submit}>
        <TextInput
          data-autofocus
          label={t('recovery.owner')}
          value={owner}
          onChange={(event) => setOwner(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('recovery.dueOn')}
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
        <Choice<RecoveryAction>
          label={t('recovery.action')}
          value={action}
          options={actions.map((value) => ({ value, text: t(`recovery.action${value}`) }))}
          onChange={setAction}
        />
        <Choice<RecoveryOutcome>
          label={t('recovery.outcome')}
          value={outcome}
          options={outcomes.map((value) => ({ value, text: t(`recovery.outcome${value}`) }))}
          onChange={setOutcome}
        />
        <Told operation={record} />
        <DialogActions>
          <Button onClick={onClose}>{t('recovery.cancel')}</Button>
          <Button type="submit" variant="filled" loading={record.busy}>
            {t('recovery.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
