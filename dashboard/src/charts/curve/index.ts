export { Curve } from './curve.tsx';
export {
  curveAxis,
  curveTable,
  type CurveMark,
  type CurveProps,
  type CurveSeries,
  type CurveStep,
} from './curve.data.ts';
