export { readLedger } from './finding.reader.ts';
