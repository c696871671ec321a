import { Skeleton } from '@mantine/core';

import classes from './ShellSkeleton.module.css';

/** The page's shape while viewer, shop and default period arrive. */
export function ShellSkeleton() {
  return (
    <div className={classes.app} aria-busy>
      <div className={classes.side} />
      <div className={classes.main}>
        <div className={classes.bar}>
          <Skeleton width={170} height={30} />
          <Skeleton width={190} height={30} />
          <Skeleton width={100} height={30} />
        </div>
        <Skeleton width="62%" height={30} mt={24} />
        <Skeleton width="44%" height={22} mt={10} mb={24} />
        <div className={classes.grid}>
          {Array.from({ length: 6 }, (_, index) => (
            <Skeleton key={index} height={142} radius="lg" />
          ))}
        </div>
        <Skeleton height={330} radius="lg" mt={14} />
      </div>
    </div>
  );
}
