import type { Note } from '../run/note.ts';
import type { ContractModes } from '../source/contract-modes.ts';
import type { DriftChange } from './shape.ts';

type Words = (change: DriftChange) => [en: string, zh: string];

const newColumn: Record<ContractModes['columns'], [en: string, zh: string]> = {
  freeze: ['nothing was loaded', '未加载任何内容'],
  note: ['it was left out', '未被读取'],
  evolve: ['nothing was published from it', '其内容未发布'],
  quarantine_row: ['records with a value in it were refused', '该列有值的记录已进入隔离区'],
  quarantine_value: ['its values wait in quarantine', '其值已进入隔离区'],
};

const words: Record<Exclude<DriftChange['kind'], 'column_added'>, Words> = {
  table_added: () => [
    'no source knows this file; it was not read. Declare it in source.yaml, or move it away',
    '没有任何数据源声明此文件，未被读取。请在 source.yaml 中声明，或将其移走',
  ],
  table_dropped: ({ role }) => [
    `no file for "${role}" was delivered, though one was before`,
    `未收到“${role}”对应的文件，而以往曾有交付`,
  ],
  column_dropped: ({ column }) => [`column "${column}" is no longer there`, `列“${column}”已不存在`],
  column_renamed: ({ was, now }) => [
    `column "${was}" is gone and "${now}" is new: probably renamed`,
    `列“${was}”消失，新增“${now}”：可能已更名`,
  ],
  columns_reordered: () => [
    'the columns stand in another order; they are read by name',
    '列的顺序已改变；按列名读取，不受影响',
  ],
  type_widened: ({ column, was, now }) => [
    `"${column}" held ${was} and now holds ${now}`,
    `“${column}”的取值类型由 ${was} 放宽为 ${now}`,
  ],
  type_narrowed: ({ column, was, now }) => [
    `"${column}" held ${was} and now holds only ${now}`,
    `“${column}”的取值类型由 ${was} 收窄为 ${now}`,
  ],
  value_added: ({ column, now }) => [
    `"${column}" has values it never had: ${now}. Does the SQL know them?`,
    `“${column}”出现新取值：${now}。请确认 SQL 已处理`,
  ],
};

/** A change as a person reads it, with the change itself for programs. */
export function driftNote(change: DriftChange, mode: ContractModes['columns']): Note {
  const [en, zh] = change.kind === 'column_added' ? added(change, mode) : words[change.kind](change);
  return { code: 'schema_drift', en: `${change.file}: ${en}.`, zh: `${change.file}：${zh}。`, drift: [change] };
}

function added({ column }: DriftChange, mode: ContractModes['columns']): [en: string, zh: string] {
  const [en, zh] = newColumn[mode];
  return [
    `column "${column}" is not in source.yaml; ${en}. Declare it under columns, or under ignored`,
    `列“${column}”未在 source.yaml 中声明；${zh}。请在 columns 或 ignored 中声明`,
  ];
}
