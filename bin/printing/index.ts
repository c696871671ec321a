export { Printer } from './printer.ts';
export { reportsOf } from './report-hands.ts';
