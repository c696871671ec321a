import { catalogue } from '@rapport/model/metrics';
import { isDimension, minorDigits } from '@rapport/model/vocabulary';
import { OperationRefused } from '../../platform/operations/index.ts';
import type { Room } from '../../platform/operations/room.ts';
import { writtenText } from '../../platform/operations/written-text.ts';
import type { InitiativeScopeInput, SaveInitiativeInput } from './initiative.type.ts';

const refuse = (code: string, field: string, en: string, zh: string): never => {
  throw new OperationRefused(code, { en, zh }, field);
};

const LONGEST = { label: 120, claim: 400 };
/** Each is a study when all are asked for. */
export const room: Room = { most: 200, what: { en: 'programmes of this shop', zh: '本店举措' } };
const MOST_WITHIN = 5;

function checkedText(text: string | null | undefined, field: 'label' | 'claim', argument: string): string {
  const what = { en: 'This text', zh: '该文本' };
  return writtenText(text, { code: 'TOO_LONG', field: argument, what, most: LONGEST[field] });
}

export function checkedCode(code: string): string {
  const trimmed = code.trim();
  if (/^[^\s\p{Cc}]{1,60}$/u.test(trimmed) && trimmed.isWellFormed()) return trimmed;
  return refuse(
    'BAD_CODE',
    'code',
    'A code has 1 to 60 characters and no spaces, such as INI-LOCKER.',
    '代码须为 1 至 60 个字符且不含空格，例如 INI-LOCKER。',
  );
}

function checkedScope(metric: string, { dimension, values }: InitiativeScopeInput, argument: string) {
  const carried = catalogue.find(({ id }) => id === metric)?.dimensions ?? [];
  if (!isDimension(dimension) || !carried.includes(dimension))
    refuse(
      'FOREIGN_DIMENSION',
      argument,
      `${metric} cannot be cut by ${dimension}; it can be by ${carried.join(', ')}.`,
      `${metric} 不能按 ${dimension} 拆分；可用维度：${carried.join('、')}。`,
    );
  const chosen = [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))];
  if (chosen.length === 0)
    refuse('NO_VALUES', argument, `Name at least one code of ${dimension}.`, `请至少指定 ${dimension} 的一个代码。`);
  for (const value of chosen)
    writtenText(value, { code: 'BAD_VALUE', field: argument, what: { en: 'A code', zh: '代码' }, most: 200 });
  if (chosen.length > 500)
    refuse('TOO_MANY_VALUES', argument, 'At most 500 codes can be named.', '最多可指定 500 个代码。');
  return { dimension, values: chosen };
}

function checkedCost(cost: string | null | undefined, currency: string): number | null {
  const text = (cost ?? '').trim();
  if (text === '') return null;
  const minor = Math.round(Number(text) * 10 ** minorDigits(currency));
  if (/^\d+(\.\d+)?$/.test(text) && Number.isSafeInteger(minor)) return minor;
  return refuse(
    'BAD_COST',
    'cost',
    `“${text}” is no amount; write it as 1234.50, without a sign or separators.`,
    `“${text}”不是有效金额，请写作 1234.50，不带符号与分隔符。`,
  );
}

function checkedExpected(expected: number | null | undefined): number | null {
  if (expected == null) return null;
  if (Number.isFinite(expected) && expected !== 0) return expected;
  return refuse(
    'BAD_EXPECTED',
    'expected',
    'An expected effect is not 0; leave it out where nothing is claimed.',
    '预期效果不能为 0；若无预期请留空。',
  );
}

/** What is kept of an input, or what is wrong with it. */
export function checkedInitiative(input: SaveInitiativeInput, currency: string) {
  const labelEn = checkedText(input.labelEn, 'label', 'labelEn');
  const labelZh = checkedText(input.labelZh, 'label', 'labelZh');
  if (!labelEn && !labelZh)
    refuse('NO_NAME', 'labelEn', 'Give it a name in at least one language.', '请至少用一种语言填写名称。');
  if (input.endsOn && input.endsOn < input.startsOn)
    refuse(
      'ENDS_BEFORE_IT_BEGINS',
      'endsOn',
      `It would end on ${input.endsOn}, before it begins on ${input.startsOn}.`,
      `结束日 ${input.endsOn} 早于启动日 ${input.startsOn}。`,
    );
  const scope = input.scope ? checkedScope(input.metric, input.scope, 'scope') : null;
  if ((input.within ?? []).length > MOST_WITHIN)
    refuse(
      'TOO_MANY_CONDITIONS',
      'within',
      `At most ${MOST_WITHIN} conditions can be named.`,
      `最多可指定 ${MOST_WITHIN} 个条件。`,
    );
  const within = (input.within ?? []).map((one, index) => checkedScope(input.metric, one, `within[${index}]`));
  if (within.some(({ dimension }) => dimension === scope?.dimension))
    refuse(
      'SAME_DIMENSION',
      'within',
      `${scope?.dimension ?? ''} already says where it is done.`,
      `${scope?.dimension ?? ''} 已用于界定实施范围。`,
    );
  return {
    labelEn,
    labelZh,
    claimEn: checkedText(input.claimEn, 'claim', 'claimEn'),
    claimZh: checkedText(input.claimZh, 'claim', 'claimZh'),
    theme: input.theme ?? null,
    metric: input.metric,
    expected: checkedExpected(input.expected),
    scopeDimension: scope?.dimension ?? null,
    scopeValues: scope?.values ?? [],
    within,
    startsOn: input.startsOn,
    endsOn: input.endsOn ?? null,
    costMinor: checkedCost(input.cost, currency),
  };
}
