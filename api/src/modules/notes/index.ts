export { readNotes } from './note.reader.ts';
