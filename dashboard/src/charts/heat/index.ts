export { HeatMap } from './heat.tsx';
export {
  heatTable,
  type HeatCell,
  type HeatColumn,
  type HeatMapProps,
  type HeatRow,
  type HeatScale,
} from './heat.data.ts';
