export { customerValue, valueModel } from './customer-value.ts';
export { outlookOf } from './outlook.ts';
export { readHistoriesOf } from './read.ts';
export type {
  AliveBand,
  CustomerValue,
  Diagnostics,
  Estimate,
  FrequencyRow,
  History,
  Lapses,
  Outlook,
  TrackedWeek,
  ValueModel,
} from './types.ts';
