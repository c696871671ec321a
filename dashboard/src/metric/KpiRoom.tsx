import { Skeleton } from '@mantine/core';

import classes from './KpiCard.module.css';

/** As tall as the card that will stand here, on a desk and on a phone. */
export const KpiRoom = () => <Skeleton className={classes.room} radius="lg" />;
