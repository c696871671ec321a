export type { Cause, CauseSlice } from './cause.ts';
export { coursesOf, incidentsOf, type Incident, type WatchedCourses } from './incidents.ts';
export { lookAtFigures, type Look } from './look.ts';
export {
  openAlarms,
  readAlarms,
  type AlarmRow,
  type AlarmsAsked,
  type NamedSlice,
  type OpenAlarm,
} from './read-alarms.ts';
export type { SliceCounts } from './read-counts.ts';
export type { DailyCounts } from './shop-course.ts';
export { wordsOfAlarm } from './words-of-alarm.ts';
export { watchById, watches, type Watch } from './watches.ts';
