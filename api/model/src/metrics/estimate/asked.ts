import type { MetricRequest } from '../answer/types.ts';
import type { Reading } from '../compile/reading.ts';
import type { Planned } from '../compile/readings.ts';
import type { Question } from '../planner/request.ts';

/** A question on its way to be answered. */
export interface Asked {
  request: MetricRequest;
  /** Reads a request like it. */
  read(request: MetricRequest): Question;
  question: Question;
  planned: readonly Planned[];
  readings: readonly Reading[];
}
