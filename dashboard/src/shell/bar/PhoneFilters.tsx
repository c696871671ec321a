import { Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';

import { useFilters } from '../../filters/use-filters.ts';
import { useText } from '../../i18n/index.ts';
import { Chip } from './Chip.tsx';
import { CompareControl } from './CompareControl.tsx';
import { GrainControl } from './GrainControl.tsx';
import classes from './PhoneFilters.module.css';
import { RegionControl } from './RegionControl.tsx';
import { Share } from './Share.tsx';
import { ShopControl } from './ShopControl.tsx';

/** Everything the wide bar holds but the period, behind one chip that says how much is compared. */
export function PhoneFilters({ className }: { className?: string }) {
  const { t } = useText();
  const { compare, regions } = useFilters();
  const [open, { toggle, close }] = useDisclosure(false);
  return (
    <>
      <Chip className={className} aria-expanded={open} onClick={toggle}>
        {compare.length > 0 ? t('shell.compared', { n: compare.length }) : t('shell.comparedNone')}
        {regions.length > 0
          ? ` · ${regions.length === 1 ? regions[0] : t('shell.regions', { n: regions.length })}`
          : ''}
      </Chip>
      <Drawer opened={open} onClose={close} position="bottom" size="auto" title={t('shell.filters')}>
        <div className={classes.stack}>
          <CompareControl />
          <GrainControl />
          <RegionControl />
          <ShopControl />
          <Share />
        </div>
      </Drawer>
    </>
  );
}
