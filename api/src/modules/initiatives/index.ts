export { readAnnotations, readLedger } from './finding.reader.ts';
