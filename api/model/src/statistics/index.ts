export type { Interval } from './interval.ts';
export { studentMean, wilson, type Moments } from './intervals.ts';
export { Z95 } from './normal.ts';
export { t95 } from './student.ts';
