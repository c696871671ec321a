import { Button, Checkbox, Popover, ScrollArea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';

import { useFilters } from '../../filters/use-filters.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Chip } from './Chip.tsx';
import { useChosenRegions, useRegions } from './regions.ts';
import classes from './RegionControl.module.css';

export function RegionControl() {
  const { regions, set } = useFilters();
  const names = useChosenRegions();
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const some = regions.length > 0;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        <Chip
          lead={some ? t('shell.region') : undefined}
          dashed={!some}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {some
            ? regions.length <= 3
              ? names.join(t('shell.comma'))
              : t('shell.regions', { n: regions.length })
            : `+ ${t('shell.filter')}`}
        </Chip>
      </Popover.Target>
      <Popover.Dropdown className={classes.drop}>
        <RegionList
          chosen={regions}
          onApply={(region) => {
            set({ region: region.length === 0 ? undefined : region });
            setOpen(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function RegionList({ chosen, onApply }: { chosen: readonly string[]; onApply(regions: string[]): void }) {
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
