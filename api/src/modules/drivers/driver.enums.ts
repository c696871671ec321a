import { driverFactorIds, driverFactors, type DriverFactorId } from '@rapport/model/findings';
import { describedEnum } from '../../platform/graphql/enum.ts';

export const DriverOutcome = describedEnum('DriverOutcome', 'What may come of an order.', {
  LOW_SCORE:
    'Of the valid orders with a review of their customer, those whose worst review has 1 or 2 stars as first given; reviews by default are left out.',
  COMPLAINT: 'Of the valid orders of at least 30 days ago, those with a complaint.',
  NO_REPURCHASE:
    'Of the first valid orders of a known customer’s day, at least 90 days ago, those not followed by another order day within 90 days.',
});

export const DriverVerdict = describedEnum('DriverVerdict', 'What can be said of a factor’s weight.', {
  STANDS_OUT:
    'It weighs more than chance; where it is one number or a yes or no, also by itself with the others held equal.',
  SHARED: 'It weighs more than chance, but what it says other factors say as well: by itself it cannot be told.',
  CANNOT_TELL: 'Chance may have made all of its weight.',
});

const words = (id: DriverFactorId): string => {
  const { label, applies } = driverFactors[id];
  return applies ? `${label.en}; said of ${applies.to.en}.` : `${label.en}.`;
};

export const DriverFactor = describedEnum(
  'DriverFactor',
  'What may go with an outcome of an order.',
  Object.fromEntries(driverFactorIds.map((id) => [id, words(id)])) as Record<DriverFactorId, string>,
);
