import { Popover } from '@mantine/core';
import { useState, type ComponentType } from 'react';

import { useFilters } from '../../filters/use-filters.ts';
import { useText } from '../../i18n/index.ts';
import { Chip } from './Chip.tsx';
import type { RegionListProps } from './RegionList.tsx';
import { useChosenRegions } from './regions.ts';
import classes from './RegionControl.module.css';

export function RegionControl() {
  const { regions, set } = useFilters();
  const names = useChosenRegions();
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const [List, setList] = useState<ComponentType<RegionListProps>>();
  // It is opened once its list is here: the keyboard is led into it then.
  const show = async () => {
    const { RegionList } = await import('./RegionList.tsx');
    setList(() => RegionList);
    setOpen(true);
  };
  const some = regions.length > 0;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        <Chip
          lead={some ? t('shell.region') : undefined}
          dashed={!some}
          aria-expanded={open}
          onClick={() => (open ? setOpen(false) : void show())}
        >
          {some
            ? regions.length <= 3
              ? names.join(t('shell.comma'))
              : t('shell.regions', { n: regions.length })
            : `+ ${t('shell.filter')}`}
        </Chip>
      </Popover.Target>
      <Popover.Dropdown className={classes.drop}>
        {List ? (
          <List
            chosen={regions}
            onApply={(region) => {
              set({ region: region.length === 0 ? undefined : region });
              setOpen(false);
            }}
          />
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}
