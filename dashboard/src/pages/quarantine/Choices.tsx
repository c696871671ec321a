import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';

import { useShop } from '../../filters/shop-context.tsx';
import { useText } from '../../i18n/index.ts';
import { Chip } from '../../metric/RowsChips.tsx';
import { Segment } from '../../shell/Segment.tsx';
import classes from './Choices.module.css';
import type { QuarantineSearch } from './search.ts';
import type { ChangeSearch, Reason } from './use-quarantine.ts';

interface ChoicesProps {
  search: QuarantineSearch;
  change: ChangeSearch;
  all: readonly Reason[];
  feedName(feed: string): string;
}

/** Which refused rows: their state, where they came from, the run that refused them, what is in them. */
export function Choices({ search, change, all, feedName }: ChoicesProps) {
  const { t } = useText();
  return (
    <div className={classes.choices}>
      <Segment
        label={t('quarantine.which')}
        value={search.state ?? 'WAITING'}
        options={(['WAITING', 'REPLAYED', 'DISCARDED', 'SUPERSEDED'] as const).map((state) => ({
          value: state,
          text: t(`quarantine.state.${state}`),
          title: t(`quarantine.state.${state}`),
        }))}
        onChange={(state) => change({ state: state === 'WAITING' ? undefined : state, open: undefined })}
      />
      <Choice
        label={t('quarantine.source')}
        every={t('quarantine.everySource')}
        value={search.source}
        options={[...new Set(all.map(({ source }) => source))].map((value) => ({ value, text: value }))}
        onChange={(source) => change({ source, open: undefined })}
      />
      <Choice
        label={t('quarantine.feed')}
        every={t('quarantine.everyFeed')}
        value={search.feed}
        options={[...new Set(all.map(({ feed }) => feed))].map((value) => ({ value, text: feedName(value) }))}
        onChange={(feed) => change({ feed, open: undefined })}
      />
      {search.reason ? (
        <Chip onRemove={() => change({ reason: undefined })}>
          <code>{search.reason}</code>
        </Chip>
      ) : null}
      {search.run ? (
        <Chip onRemove={() => change({ run: undefined })}>{t('quarantine.run', { id: search.run })}</Chip>
      ) : null}
      <Find key={`${search.record ?? ''} ${search.text ?? ''}`} search={search} change={change} />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  every: string;
  value: string | undefined;
  options: readonly { value: string; text: string }[];
  onChange(value: string | undefined): void;
}

/** Nothing to choose where there is one only, unless the address asks for another. */
function Choice({ label, every, value, options, onChange }: ChoiceProps) {
  if (options.length < 2 && value === undefined) return null;
  const known = options.some((option) => option.value === value);
  return (
    <select
      className={classes.choice}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    >
      <option value="">{every}</option>
      {value !== undefined && !known ? <option value={value}>{value}</option> : null}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}

function Find({ search, change }: Pick<ChoicesProps, 'search' | 'change'>) {
  const { t } = useText();
  const { viewer } = useShop();
  const [record, setRecord] = useState(search.record ?? '');
  const [text, setText] = useState(search.text ?? '');
  const find = (event: FormEvent) => {
    event.preventDefault();
    change({ record: record.trim() || undefined, text: text || undefined });
  };
  return (
    <form className={classes.find} role="search" aria-label={t('quarantine.find')} onSubmit={find}>
      <TextInput
        size="xs"
        type="search"
        aria-label={t('quarantine.record')}
        placeholder={t('quarantine.record')}
        value={record}
        onChange={(event) => setRecord(event.currentTarget.value)}
      />
      {viewer.role === 'OPERATOR' ? (
        <TextInput
          size="xs"
          type="search"
          aria-label={t('quarantine.text')}
          placeholder={t('quarantine.text')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : null}
      <Button type="submit">{t('quarantine.search')}</Button>
    </form>
  );
}
