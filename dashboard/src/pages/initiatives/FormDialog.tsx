import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { Dialog, DialogActions } from '../../card/Dialog.tsx';
import { Told } from '../../card/Told.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import type { Dimension, InitiativeTheme, SaveInitiativeInput } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { useDimensions } from '../../metric/use-dimensions.ts';
import { draftOf, emptyDraft, inputOf, isWhole, type Draft } from './form.ts';
import classes from './index.module.css';
import { deleteMutation, saveMutation } from './queries.ts';
import type { Study } from './use-initiatives.ts';

const themes: readonly InitiativeTheme[] = [
  'FASTER_SERVICE',
  'AFTER_SALES',
  'ASSISTED_SHOPPING',
  'FAST_DELIVERY',
  'OTHER',
];

interface FormDialogProps {
  /** Absent: a new one. */
  study?: Study | undefined;
  onClose(): void;
}

export function FormDialog({ study, onClose }: FormDialogProps) {
  const { t } = useText();
  const { shop, definitions } = useShop();
  const [draft, setDraft] = useState<Draft>(study ? draftOf(study) : emptyDraft);
  const save = useOperation(
    async (input: SaveInitiativeInput) => (await request(saveMutation, { input })).saveInitiative,
    { onDone: onClose },
  );
  const definition = definitions.get(draft.metric);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { version = null, within = [] } = study?.initiative ?? {};
    save.run(inputOf(draft, { shop: shop.code, unit: definition?.unit, version, within: [...within] }));
  };
  return (
    <Dialog title={t(study ? 'initiatives.edit' : 'initiatives.new')} why={t('initiatives.formWhy')} onClose={onClose}>
      <form onSubmit={submit}>
        <Words draft={draft} onChange={setDraft} known={study !== undefined} />
        <Scope draft={draft} onChange={setDraft} dimensions={definition?.dimensions ?? []} unit={definition?.unit} />
        <Told operation={save} />
        <DialogActions>
          {study ? <TakeBack study={study} onClose={onClose} /> : null}
          <Button onClick={onClose}>{t('initiatives.cancel')}</Button>
          <Button type="submit" variant="filled" disabled={!isWhole(draft)} loading={save.busy}>
            {t('initiatives.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  draft: Draft;
  onChange(draft: Draft): void;
}

function Words({ draft, onChange, known }: FieldsProps & { known: boolean }) {
  const { t } = useText();
  const field = (name: 'code' | 'labelEn' | 'labelZh' | 'claimEn' | 'claimZh', disabled = false) => (
    <TextInput
      label={t(`initiatives.fields.${name}`)}
      value={draft[name]}
      disabled={disabled}
      onChange={(event) => onChange({ ...draft, [name]: event.currentTarget.value })}
    />
  );
  return (
    <div className={classes.fields}>
      {field('code', known)}
      <label className={classes.field}>
        {t('initiatives.fields.theme')}
        <select
          value={draft.theme}
          onChange={(event) => onChange({ ...draft, theme: event.currentTarget.value as Draft['theme'] })}
        >
          <option value="">{t('initiatives.themeUnsaid')}</option>
          {themes.map((theme) => (
            <option key={theme} value={theme}>
              {t(`initiatives.themes.${theme}`)}
            </option>
          ))}
        </select>
      </label>
      {field('labelEn')}
      {field('labelZh')}
      {field('claimEn')}
      {field('claimZh')}
    </div>
  );
}

/** Kinds whose figure does not grow with the size of a group. */
const comparable = new Set(['RATIO', 'RATE', 'MEAN', 'INDEX', 'PERCENTILE', 'REPURCHASE', 'RETENTION', 'DEPTH', 'CUSTOMER_SHARE', 'REPEAT']); // prettier-ignore

function Scope({
  draft,
  onChange,
  dimensions,
  unit,
}: FieldsProps & {
  dimensions: readonly Dimension[];
  unit: string | undefined;
}) {
  const { t, pick } = useText();
  const { definitions } = useShop();
  const titles = useDimensions();
  const named = (id: Dimension) => {
    const title = titles.get(id)?.title;
    return title ? pick(title) : id;
  };
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  const metrics = [...definitions.values()].filter(({ kind }) => comparable.has(kind));
  const text = (name: 'expected' | 'values' | 'cost', label: string, placeholder?: string) => (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={draft[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  const day = (name: 'startsOn' | 'endsOn') => (
    <TextInput
      type="date"
      label={t(`initiatives.fields.${name}`)}
      value={draft[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <div className={classes.fields}>
      <label className={classes.field}>
        {t('initiatives.fields.metric')}
        <select value={draft.metric} onChange={(event) => set({ metric: event.currentTarget.value })}>
          {metrics.map(({ id, title }) => (
            <option key={id} value={id}>
              {pick(title)}
            </option>
          ))}
        </select>
      </label>
      {text(
        'expected',
        t(unit === 'PERCENT' ? 'initiatives.fields.expectedPoints' : 'initiatives.fields.expected'),
        '+2',
      )}
      <label className={classes.field}>
        {t('initiatives.fields.dimension')}
        <select value={draft.dimension} onChange={(event) => set({ dimension: event.currentTarget.value })}>
          <option value="">{t('initiatives.everywhere')}</option>
          {dimensions.map((id) => (
            <option key={id} value={id}>
              {named(id)}
            </option>
          ))}
        </select>
      </label>
      {text('values', t('initiatives.fields.values'), 'CN-GD CN-ZJ')}
      {day('startsOn')}
      {day('endsOn')}
      {text('cost', t('initiatives.fields.cost'), '120000.00')}
    </div>
  );
}

/** Only what was entered here can be taken back. */
function TakeBack({ study: { initiative }, onClose }: { study: Study; onClose(): void }) {
  const { t } = useText();
  const { shop, code, version } = initiative;
  const remove = useOperation(
    async (seen: number) => (await request(deleteMutation, { shop, code, version: seen })).deleteInitiative,
    { onDone: onClose },
  );
  if (version === null) return null;
  return (
    <>
      <Button color="red" loading={remove.busy} onClick={() => remove.run(version)}>
        {t(initiative.origin === 'CHANGED' ? 'initiatives.restore' : 'initiatives.delete')}
      </Button>
      <Told operation={remove} />
    </>
  );
}
