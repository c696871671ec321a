export { answerDrivers } from './drivers.ts';
export {
  factorIds as driverFactorIds,
  factors as driverFactors,
  type FactorId as DriverFactorId,
} from './factors/index.ts';
export { outcomes as driverOutcomes } from './outcomes.ts';
export type { Driver, DriverLevel, DriverOutcome, Drivers, DriversRequest, DriverVerdict } from './types.ts';
