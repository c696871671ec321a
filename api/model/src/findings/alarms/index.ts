export { rankCauses, type Cause, type CauseSlice, type CountedSlice } from './cause.ts';
export { coursesOf, incidentsOf, type Incident, type WatchedCourses } from './incidents.ts';
export type { KeptCourse } from './kept-course.ts';
export { lookAtFigures, type Look } from './look.ts';
export {
  openAlarms,
  readAlarms,
  readAlarmSettings,
  readWatchedFigures,
  type AlarmRow,
  type AlarmsAsked,
  type AlarmSettings,
  type NamedSlice,
  type OpenAlarm,
  type WatchedFigure,
} from './read-alarms.ts';
export type { SliceCounts } from './read-counts.ts';
export type { DailyCounts } from './shop-course.ts';
export { watchById, watches, type Watch } from './watches.ts';
export { wordsOfAlarm } from './words-of-alarm.ts';
