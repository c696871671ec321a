export {
  peakEvents,
  peakOutlook,
  type CarrierNeed,
  type MeasureForecast,
  type PeakBacktest,
  type PeakEvent,
  type PeakOutlook,
  type Staffing,
} from './forecast.ts';
export { measureTitles } from './read-history.ts';
