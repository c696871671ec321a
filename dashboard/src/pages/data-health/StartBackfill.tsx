import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { Told } from '../../card/Told.tsx';
import type { BackfillInput, BackfillStep } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import classes from './Loads.module.css';
import { startBackfillMutation } from './loads-queries.ts';

const steps: readonly BackfillStep[] = ['HOUR', 'DAY', 'WEEK', 'MONTH'];
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

interface StartBackfillProps {
  sources: readonly string[];
  onClose(): void;
}

/** Which part of the past of which source, and in what pieces; the folder is that of its schedule. */
export function StartBackfill({ sources, onClose }: StartBackfillProps) {
  const { t } = useText();
  const [source, setSource] = useState(sources[0] ?? '');
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [step, setStep] = useState<BackfillStep>('DAY');
  const start = useOperation(
    async (input: BackfillInput) => (await request(startBackfillMutation, { input })).startBackfill,
    { onDone: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start.run({ source, first, last, step });
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={t('loads.backfillNew')}>
      <p>{t('loads.backfillNote')}</p>
      <div className={classes.fields}>
        <select
          className={classes.select}
          aria-label={t('loads.source')}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        >
          {sources.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
        <DayInput label={t('loads.firstDay')} value={first} onChange={setFirst} />
        <DayInput label={t('loads.lastDay')} value={last} onChange={setLast} />
        <select
          className={classes.select}
          aria-label={t('loads.step')}
          value={step}
          onChange={(event) => setStep(event.currentTarget.value as BackfillStep)}
        >
          {steps.map((one) => (
            <option key={one} value={one}>
              {t(`loads.steps.${one}`)}
            </option>
          ))}
        </select>
        <Button
          type="submit"
          variant="filled"
          loading={start.busy}
          disabled={!isDay(first) || !isDay(last) || first > last}
        >
          {t('loads.backfillDo')}
        </Button>
        <Button onClick={onClose}>{t('loads.close')}</Button>
      </div>
      <Told operation={start} />
    </form>
  );
}

interface DayInputProps {
  label: string;
  value: string;
  onChange(value: string): void;
}

function DayInput({ label, value, onChange }: DayInputProps) {
  return (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder={`${label} YYYY-MM-DD`}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.trim())}
    />
  );
}
