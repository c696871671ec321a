export {
  Cohorts,
  cohortSummary,
  cohortTable,
  type CohortCell,
  type CohortRow,
  type CohortsProps,
} from './cohorts/index.ts';
export {
  DefinitionRows,
  definitionSummary,
  definitionTable,
  type DefinitionRow,
  type DefinitionRowsProps,
} from './definitions/index.ts';
export { flowSummary, flowTable, RunFlow, type FlowNode, type RunFlowProps } from './flow/index.ts';
export {
  HeatMap,
  heatSummary,
  heatTable,
  type HeatCell,
  type HeatMapProps,
  type HeatRow,
  type HeatScale,
} from './heat/index.ts';
export { Lanes, lanesTable, type Lane, type LaneMark, type LaneSpan, type LanesProps } from './lanes/index.ts';
export { IntervalLeague, leagueSummary, leagueTable, type LeagueProps, type LeagueRow } from './league/index.ts';
export { Sparkline, type SparklineProps } from './sparkline/index.ts';
export { sharesSummary, sharesTable, StackedShares, type ShareRow, type StackedSharesProps } from './stars/index.ts';
export { Trend, trendSummary, trendTable, type Annotation, type TrendProps, type TrendSeries } from './trend/index.ts';
export { isYoung, type ChartPoint, type Range, type Tone } from './point.ts';
export { toCsv, type ChartTable } from './table.ts';
export { TableTwin } from './table-twin.tsx';
export type { Marking } from './point.ts';
