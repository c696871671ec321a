export { QuarantineReason } from './quarantine.type.ts';
export { readWaitingReasons } from './quarantine.reader.ts';
export { reasonOf } from './quarantine.words.ts';
