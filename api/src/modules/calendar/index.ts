export { readCalendarEvents } from './calendar.reader.ts';
