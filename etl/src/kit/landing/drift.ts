import type { ReadFile } from '../records/formats.ts';
import type { Note } from '../run/note.ts';

/** A JSON export grows and shrinks without a header that could be refused; what changed is said instead. */
export function driftNotes({ name }: { name: string }, { unknown, absent }: ReadFile['drift']): Note[] {
  const notes: Note[] = [];
  if (unknown.length > 0) {
    notes.push({
      code: 'unknown_keys',
      en: `${name}: keys that source.yaml does not know were left out: ${unknown.join(', ')}. Declare them under columns, or under ignored.`,
      zh: `${name}：source.yaml 未声明的键未被读取：${unknown.join('、')}。请在 columns 或 ignored 中声明。`,
    });
  }
  if (absent.length > 0) {
    notes.push({
      code: 'absent_keys',
      en: `${name}: no record has a value for ${absent.join(', ')}. Was a key renamed?`,
      zh: `${name}：没有任何记录包含 ${absent.join('、')}。键名是否已更改？`,
    });
  }
  return notes;
}
