import { AsOf } from './AsOf.tsx';
import { CompareControl } from './CompareControl.tsx';
import classes from './FilterBar.module.css';
import { GrainControl } from './GrainControl.tsx';
import { PeriodControl } from './PeriodControl.tsx';
import { PhoneFilters } from './PhoneFilters.tsx';
import { RegionControl } from './RegionControl.tsx';
import { Share } from './Share.tsx';
import { ShopControl } from './ShopControl.tsx';

export function FilterBar() {
  return (
    <div className={classes.bar}>
      <PeriodControl />
      <div className={classes.wide}>
        <CompareControl />
        <GrainControl />
        <RegionControl />
        <ShopControl />
      </div>
      <PhoneFilters className={classes.phone} />
      <span className={classes.space} />
      <AsOf />
      <Share className={classes.share} />
    </div>
  );
}
