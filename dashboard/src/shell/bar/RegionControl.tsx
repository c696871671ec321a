import { Button, Checkbox, Popover, ScrollArea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useFormat } from '../../format/index.ts';
import { graphql } from '../../gql/index.ts';
import { useText } from '../../i18n/index.ts';
import { Chip } from './Chip.tsx';
import classes from './RegionControl.module.css';

const regionsQuery = graphql(`
  query Regions($shop: String!, $search: String) {
    dimensionValues(dimension: REGION, shop: $shop, search: $search, first: 50) {
      value
      label {
        en
        zh
      }
      orders
    }
  }
`);

export function RegionControl() {
  const { regions, set } = useFilters();
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
              ? regions.join(', ')
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
  const { shop } = useFilters();
  const { t, pick } = useText();
  const format = useFormat();
  const [draft, setDraft] = useState<string[]>([...chosen]);
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 200);
  const options = useQuery({
    queryKey: ['regions', shop, asked],
    queryFn: ({ signal }) => request(regionsQuery, { shop, search: asked === '' ? null : asked }, signal),
    placeholderData: keepPreviousData,
  });
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
