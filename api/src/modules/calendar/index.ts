export { readCalendarEvents, readInitiatives } from './calendar.reader.ts';
