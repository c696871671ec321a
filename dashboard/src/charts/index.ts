export { Bars, barsTable, type BarRow, type BarsProps } from './bars/index.ts';
export { Cohorts, cohortTable, type CohortCell, type CohortRow, type CohortsProps } from './cohorts/index.ts';
export {
  Curve,
  curveAxis,
  curveTable,
  type CurveMark,
  type CurveProps,
  type CurveSeries,
  type CurveStep,
} from './curve/index.ts';
export { DefinitionRows, definitionTable, type DefinitionRow, type DefinitionRowsProps } from './definitions/index.ts';
export { flowTable, RunFlow, type FlowNode, type RunFlowProps } from './flow/index.ts';
export { Funnel, funnelTable, type FunnelProps, type FunnelRow } from './funnel/index.ts';
export { HappeningsProvider, VerdictsProvider, useHappened, type Happening } from './happenings/index.ts';
export {
  HeatMap,
  heatTable,
  type HeatCell,
  type HeatColumn,
  type HeatMapProps,
  type HeatRow,
  type HeatScale,
} from './heat/index.ts';
export { Lanes, lanesTable, type Lane, type LaneMark, type LaneSpan, type LanesProps } from './lanes/index.ts';
export { IntervalLeague, leagueTable, type LeagueProps, type LeagueRow } from './league/index.ts';
export { Sankey, sankeyTable, type SankeyFlow, type SankeyNode, type SankeyProps } from './sankey/index.ts';
export { Sparkline, type SparklineProps } from './sparkline/index.ts';
export { Spread, spreadTable, type SpreadProps, type SpreadRow } from './spread/index.ts';
export { sharesTable, StackedShares, type ShareRow, type StackedSharesProps } from './stars/index.ts';
export { Steps, stepsTable, type Step, type StepEdge, type StepsProps } from './steps/index.ts';
export { Trend, trendTable, type Annotation, type TrendProps, type TrendSeries } from './trend/index.ts';
export { type ChartPoint, type Range, type Tone } from './point.ts';
export { figure as figureColumn, text as textColumn, toCsv, type ChartTable } from './table.ts';
export { TableTwin } from './table-twin.tsx';
export type { Marking } from './point.ts';
