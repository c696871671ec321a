export { HeatMap } from './heat.tsx';
export {
  heatSummary,
  heatTable,
  heatTone,
  type HeatCell,
  type HeatMapProps,
  type HeatRow,
  type HeatScale,
} from './heat.data.ts';
