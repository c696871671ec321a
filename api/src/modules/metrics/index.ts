export { accessOf } from './access.ts';
export { answersOf, openAnswers } from './answers.ts';
export { Interval, MetricExplain, MetricHead, MetricPoint, MetricSeries, type MetricAnswer } from './answer.type.ts';
export { Comparison, MetricId, RowKind } from './metric.enums.ts';
export { MetricRowsInput, PeriodInput } from './metric.input.ts';
