export { Lanes, lanesTable, type LanesProps } from './lanes.tsx';
export type { Lane, LaneMark, LaneSpan } from './lanes.geometry.ts';
