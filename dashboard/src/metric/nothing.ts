import type { Nothing } from '../card/States.tsx';
import type { MetricAnswer } from './types.ts';

const anyHidden = ({ series }: MetricAnswer): boolean =>
  series.some(({ points }) => points.some((point) => point.suppressed));

/** Where a card shows nothing of an answer: whether small groups are why. */
export const nothingOf = (answer: MetricAnswer, isEmpty: boolean): Nothing =>
  isEmpty ? (anyHidden(answer) ? 'hidden' : true) : false;

/** No point of any line rests on anything that may be told. */
export const noPoints = (answer: MetricAnswer): Nothing =>
  nothingOf(
    answer,
    answer.series.every(({ points }) => points.every(({ sample }) => sample === 0)),
  );
