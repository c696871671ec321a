import { comparesTime, hasRegions, usePageFilters } from '../../filters/page-filters.ts';
import { AsOf } from './AsOf.tsx';
import { Back } from './Back.tsx';
import { CompareControl } from './CompareControl.tsx';
import classes from './FilterBar.module.css';
import { GrainControl } from './GrainControl.tsx';
import { PaperMenu } from './PaperMenu.tsx';
import { PeriodControl } from './PeriodControl.tsx';
import { PhoneFilters } from './PhoneFilters.tsx';
import { RegionControl } from './RegionControl.tsx';
import { ViewsMenu } from '../views/ViewsMenu.tsx';
import { Share } from './Share.tsx';

export function FilterBar() {
  const filters = usePageFilters();
  const timed = comparesTime(filters);
  return (
    <div className={classes.bar} data-tour="filters">
      {filters === 'one' ? <Back /> : null}
      {timed || filters === 'rows' ? <PeriodControl /> : null}
      <div className={classes.wide}>
        {timed ? <CompareControl /> : null}
        {timed ? <GrainControl /> : null}
        {hasRegions(filters) ? <RegionControl /> : null}
      </div>
      <PhoneFilters className={classes.phone} filters={filters} />
      <div className={classes.end}>
        <AsOf />
        <ViewsMenu className={classes.share} />
        <PaperMenu className={classes.share} />
        <Share className={classes.share} />
      </div>
    </div>
  );
}
