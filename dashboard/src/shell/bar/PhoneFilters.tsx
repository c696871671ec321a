import { useDisclosure } from '@mantine/hooks';

import { LateDrawer } from '../../card/LateDrawer.tsx';
import { comparesTime, hasRegions, type PageFilters } from '../../filters/page-filters.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useText } from '../../i18n/index.ts';
import { Chip } from './Chip.tsx';
import { CompareControl } from './CompareControl.tsx';
import { GrainControl } from './GrainControl.tsx';
import classes from './PhoneFilters.module.css';
import { RegionControl } from './RegionControl.tsx';
import { useChosenRegions } from './regions.ts';
import { ViewsMenu } from '../views/ViewsMenu.tsx';
import { Share } from './Share.tsx';
import { ShopControl } from './ShopControl.tsx';

/** Everything the wide bar holds but the period, behind one chip that says how much is compared. */
export function PhoneFilters({ className, filters }: { className?: string; filters: PageFilters }) {
  const { t } = useText();
  const { compareKeys, regions } = useFilters();
  const compared = compareKeys.filter((key) => key !== 'none').length;
  const [open, { toggle, close }] = useDisclosure(false);
  const [only] = useChosenRegions();
  const many = regions.length === 1 ? (only ?? '') : t('shell.regions', { n: regions.length });
  const label = [
    ...(comparesTime(filters) && compared > 0 ? [t('shell.compared', { n: compared })] : []),
    ...(hasRegions(filters) && regions.length > 0 ? [many] : []),
  ].join(' · ');
  return (
    <>
      <Chip className={className} aria-expanded={open} onClick={toggle}>
        {label !== '' ? label : t(filters === 'one' ? 'shell.more' : 'shell.filters')}
      </Chip>
      <LateDrawer opened={open} onClose={close} position="bottom" size={440} title={t('shell.filters')}>
        <div className={classes.stack}>
          {comparesTime(filters) ? <CompareControl /> : null}
          {comparesTime(filters) ? <GrainControl /> : null}
          {hasRegions(filters) ? <RegionControl /> : null}
          <ShopControl />
          <ViewsMenu />
          <Share />
        </div>
      </LateDrawer>
    </>
  );
}
