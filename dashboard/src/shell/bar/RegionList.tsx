import { Button, Checkbox, ScrollArea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';

import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useRegions } from './regions.ts';
import classes from './RegionControl.module.css';

export interface RegionListProps {
  chosen: readonly string[];
  onApply(regions: string[]): void;
}

export function RegionList({ chosen, onApply }: RegionListProps) {
  const { t, pick } = useText();
  const format = useFormat();
  const [draft, setDraft] = useState<string[]>([...chosen]);
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 200);
  const options = useRegions(asked);
  const list = options.data?.dimensionValues ?? [];
  return (
    <div className={classes.list}>
      <strong>{t('shell.region')}</strong>
      <TextInput
        size="xs"
        value={search}
        placeholder={t('shell.regionSearch')}
        aria-label={t('shell.regionSearch')}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <ScrollArea.Autosize mah={264} type="auto" offsetScrollbars>
        <Checkbox.Group value={draft} onChange={setDraft}>
          {list.map((option) => (
            <div key={option.value} className={classes.option}>
              <Checkbox size="xs" value={option.value} label={pick(option.label)} />
              <span>{format.count(option.orders)}</span>
            </div>
          ))}
        </Checkbox.Group>
        {options.isSuccess && list.length === 0 ? <p className={classes.none}>{t('shell.regionNone')}</p> : null}
      </ScrollArea.Autosize>
      <footer>
        <Button variant="subtle" disabled={draft.length === 0} onClick={() => onApply([])}>
          {t('shell.clear')}
        </Button>
        <Button variant="filled" onClick={() => onApply(draft)}>
          {t('shell.apply')}
        </Button>
      </footer>
    </div>
  );
}
