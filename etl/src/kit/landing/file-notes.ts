import type { ReadFile } from '../records/formats.ts';
import type { DriftKind } from '../drift/shape.ts';
import type { Note } from '../run/note.ts';

/** What is odd about a file that was loaded all the same. A JSON export grows and shrinks without a header that could be refused. */
export function fileNotes(
  { name, role, repeated }: { name: string; role: string; repeated: readonly string[] },
  { unknown, absent }: ReadFile['drift'],
): Note[] {
  const notes: Note[] = [];
  const change = (kind: DriftKind, column: string) => ({ kind, file: name, role, column, was: null, now: null });
  if (repeated.length > 0) {
    notes.push({
      code: 'file_repeated',
      en: `${name}: the same content was also delivered as ${repeated.join(', ')}; it was loaded once.`,
      zh: `${name}：相同内容还以 ${repeated.join('、')} 的名称交付，仅加载一次。`,
    });
  }
  if (unknown.length > 0) {
    notes.push({
      code: 'unknown_keys',
      en: `${name}: keys that source.yaml does not know were left out: ${unknown.join(', ')}. Declare them under columns, or under ignored.`,
      zh: `${name}：source.yaml 未声明的键未被读取：${unknown.join('、')}。请在 columns 或 ignored 中声明。`,
      drift: unknown.map((column) => change('column_added', column)),
    });
  }
  if (absent.length > 0) {
    notes.push({
      code: 'absent_keys',
      en: `${name}: no record has a value for ${absent.join(', ')}. Was a key renamed?`,
      zh: `${name}：没有任何记录包含 ${absent.join('、')}。键名是否已更改？`,
      drift: absent.map((column) => change('column_dropped', column)),
    });
  }
  return notes;
}

/** Records that were loaded without some of their values: no count of refused records holds them. */
export function valueNotes({ name }: { name: string }, values: number): Note[] {
  if (values === 0) return [];
  return [
    {
      code: 'values_quarantined',
      en: `${name}: ${values} values could not be taken; their records were loaded without them, and each value waits in quarantine.`,
      zh: `${name}：${values} 个值无法采用；所属记录已在缺少这些值的情况下加载，各值均已进入隔离区。`,
    },
  ];
}

/** A snapshot that is older than the published one counts as a whole for nothing; somebody may be waiting for it. */
export function supersededNote({ name, fileTime }: { name: string; fileTime: Date }): Note {
  const time = fileTime.toISOString();
  return {
    code: 'file_superseded',
    en: `${name}: dated ${time}, older than the file published last, so none of it was loaded. If it is the current one, correct its date ("touch") and ingest again.`,
    zh: `${name}：文件时间为 ${time}，早于最近发布的文件，因此未加载任何内容。如其确为最新文件，请更正文件时间后重新导入。`,
  };
}
