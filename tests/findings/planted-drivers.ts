import type { Drivers } from '@rapport/model/findings';

interface PlantedDriver {
  outcome: Drivers['outcome'];
  factor: Drivers['drivers'][number]['factor'];
  /** What it does to the outcome; null where a category does it, by the level whose share has to be lower. */
  more: boolean | null;
  lower?: string;
  /** What of truth.json it is. */
  of: string;
}

/** What the generator does to orders that a factor of the journey can tell of. */
export const plantedDrivers: readonly PlantedDriver[] = [
  { outcome: 'NO_REPURCHASE', factor: 'DAYS_LATE', more: true, of: '(i) a late parcel keeps customers away' },
  { outcome: 'LOW_SCORE', factor: 'DAYS_LATE', more: true, of: '(i) and costs stars' },
  {
    outcome: 'NO_REPURCHASE',
    factor: 'SERVICE_LEVEL',
    more: null,
    lower: 'Next day',
    of: '(a) next-day delivery brings them back',
  },
  { outcome: 'NO_REPURCHASE', factor: 'TIER', more: null, lower: 'Silver', of: '(g) a tier brings them back' },
  { outcome: 'LOW_SCORE', factor: 'PRODUCT_FAULT', more: true, of: '(d) and other faults of the goods cost stars' },
  { outcome: 'COMPLAINT', factor: 'DAMAGED_OR_LOST', more: true, of: '(c) and other damage is complained of' },
];

/** What the generator does nothing with. */
export const idleFactors = ['PAYMENT_FAILED', 'REVIEWS_READ', 'PROTECTION', 'PACKAGING', 'DELIVERY_OPTION'] as const;

export function isFound({ factor, more, lower }: PlantedDriver, { drivers, share }: Drivers): boolean {
  const driver = drivers.find((each) => each.factor === factor);
  if (driver?.verdict !== 'STANDS_OUT') return false;
  if (more !== null) return driver.effect !== null && driver.effect > 0 === more;
  const level = driver.levels.find(({ label }) => label.en === lower);
  return level?.share != null && share !== null && level.share < share;
}

/** Idle factors that are said to go with an outcome all the same. */
export const falselyFound = ({ drivers }: Drivers): string[] =>
  drivers
    .filter(({ factor, verdict }) => verdict === 'STANDS_OUT' && (idleFactors as readonly string[]).includes(factor))
    .map(({ factor }) => factor);
