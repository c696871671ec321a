import { dateReader } from '../../kit/landing/date-format.ts';
import { idWords, moneyWords, plain, says, timeWords } from './words.ts';

/** How a column is declared, and how its texts become what a feed wants. */
export interface ColumnGuess {
  type: 'text' | 'smallint' | 'integer' | 'bigint' | 'numeric' | 'boolean' | 'date' | 'timestamp' | 'timestamptz';
  format?: string;
  /** What its texts are, where the declared type does not say it. */
  reads: 'plain' | 'epoch_seconds' | 'epoch_millis' | 'excel_serial' | 'money_text' | 'comma_money' | 'yes_no';
  isMoney: boolean;
  /** For the person: why, or what is not sure. */
  remark?: string;
  /** Only a person can decide it. */
  decide?: string;
}

const plainly = (type: ColumnGuess['type'], remark?: string): ColumnGuess => ({
  type,
  reads: 'plain',
  isMoney: false,
  ...(remark === undefined ? {} : { remark }),
});

const EPOCH_FROM = 631_152_000;
const EPOCH_TO = 4_102_444_800;

/** Fewer than so many values have no majority. */
const FOR_A_MAJORITY = 20;
const MAJORITY = 0.95;
const shapes = [/^[+-]?\d+(\.\d+)?$/, /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T].*)?$/];

/** A handful of values that do not fit does not make a column of numbers or days one of text: they will be refused by name. An id may hold anything. */
export function guessColumn(title: string, all: readonly string[]): ColumnGuess {
  const guess = guessValues(title, all);
  const filled = all.map((value) => value.trim()).filter((value) => value !== '');
  if (guess.type !== 'text' || guess.reads !== 'plain' || filled.length < FOR_A_MAJORITY) return guess;
  const isId = new Set(filled).size === filled.length;
  for (const shape of isId ? shapes.slice(1) : shapes) {
    const fitting = filled.filter((value) => shape.test(value));
    if (fitting.length === filled.length || fitting.length < filled.length * MAJORITY) continue;
    const likely = guessValues(title, fitting);
    if (likely.type !== 'text')
      return {
        ...likely,
        remark: `${filled.length - fitting.length} of the sample’s values are none and would wait in quarantine`,
      };
  }
  return guess;
}

function guessValues(title: string, all: readonly string[]): ColumnGuess {
  const values = [...new Set(all.map((value) => value.trim()).filter((value) => value !== ''))];
  const name = plain(title);
  if (values.length === 0) return plainly('text', 'no value in the sample');
  const every = (form: RegExp) => values.every((value) => form.test(value));
  if (every(/^(true|false)$/i) || every(/^(yes|no|y|n)$/i)) return plainly('boolean');
  if (every(/^(是|否|sim|não|nao|有|无)$/i)) return { ...plainly('text'), reads: 'yes_no' };
  if (every(/^[+-]?\d+$/)) return wholeNumbers(name, values);
  if (every(/^[+-]?(\d+\.\d*|\d*\.\d+|\d+)$/)) return decimals(name, values);
  return dates(values) ?? amounts(values) ?? plainly('text');
}

function wholeNumbers(name: string, values: readonly string[]): ColumnGuess {
  const isTime = says(name, timeWords);
  const numbers = values.map(Number);
  const within = (from: number, to: number) => numbers.every((number) => number >= from && number <= to);
  if (isTime && within(EPOCH_FROM, EPOCH_TO))
    return { ...plainly('bigint', 'seconds since 1970, in UTC'), reads: 'epoch_seconds' };
  if (isTime && within(EPOCH_FROM * 1000, EPOCH_TO * 1000))
    return { ...plainly('bigint', 'milliseconds since 1970, in UTC'), reads: 'epoch_millis' };
  if (isTime && values.every((value) => /^(19|20)\d{6}$/.test(value))) return plainly('date');
  if (isTime && within(20_000, 60_000))
    return { ...plainly('numeric', 'days as a spreadsheet counts them'), reads: 'excel_serial' };
  if (values.some((value) => /^[+-]?0\d/.test(value))) return plainly('text', 'leading zeros');
  if (numbers.some((number) => !Number.isSafeInteger(number)))
    return plainly('text', 'digits beyond 2^53: an id, kept as text');
  if (says(name, idWords)) return plainly('text', 'digits of an id, nothing to calculate with');
  if (says(name, moneyWords)) return { ...plainly('numeric'), isMoney: true };
  return plainly(within(-2_147_483_648, 2_147_483_647) ? 'integer' : 'bigint');
}

function decimals(name: string, values: readonly string[]): ColumnGuess {
  const numbers = values.map(Number);
  if (says(name, timeWords) && !says(name, moneyWords) && numbers.every((number) => number > 20_000 && number < 60_000))
    return { ...plainly('numeric', 'days as a spreadsheet counts them'), reads: 'excel_serial' };
  return { ...plainly('numeric'), isMoney: says(name, moneyWords) };
}

/** ¥1,234.50 · 1,234.50 元 · R$ 1.234,50: read by the SQL, since no type takes them. */
function amounts(values: readonly string[]): ColumnGuess | null {
  const bare = values.map((value) => value.replaceAll(/[\s¥￥$€£元]|R\$|CNY|RMB|BRL|USD|EUR/g, ''));
  const every = (form: RegExp) => bare.every((value) => form.test(value));
  if (every(/^-?\d{1,3}(,\d{3})*(\.\d+)?$|^-?\d+(\.\d+)?$/))
    return { ...plainly('text', 'amounts with signs or separators'), reads: 'money_text', isMoney: true };
  if (every(/^-?\d{1,3}(\.\d{3})*(,\d+)?$|^-?\d+(,\d+)?$/))
    return { ...plainly('text', 'amounts with a decimal comma'), reads: 'comma_money', isMoney: true };
  return null;
}

const iso = String.raw`\d{4}[-/]\d{1,2}[-/]\d{1,2}`;
const clock = String.raw`[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?`;
const zone = String.raw`\s?(Z|UTC|[+-]\d{2}(:?\d{2})?)`;

function dates(values: readonly string[]): ColumnGuess | null {
  const every = (form: string) => values.every((value) => new RegExp(`^${form}$`).test(value));
  if (every(iso)) return plainly('date');
  if (every(`${iso}(${clock})?`)) return plainly('timestamp');
  if (every(`${iso}${clock}${zone}`)) return plainly('timestamptz');
  return withFormat(values);
}

/** Dates PostgreSQL would not read, or would read by a setting: written down with their format. */
function withFormat(values: readonly string[]): ColumnGuess | null {
  for (const day of dayFormats) {
    for (const hour of ['', ' H:M', ' H:M:S', ' I:M p', ' I:M:S p', ' I:Mp']) {
      const format = day + hour;
      const read = dateReader(format);
      const isoTexts = values.map(read);
      if (isoTexts.some((text) => text.startsWith('not ')) || !isoTexts.every(exists)) continue;
      const swapped = swap(format);
      const isOpen =
        swapped !== null && values.map(dateReader(swapped)).every((text) => !text.startsWith('not ') && exists(text));
      const guess = { ...plainly(hour === '' ? 'date' : 'timestamp'), format };
      if (!isOpen) return guess;
      return {
        ...guess,
        decide: `day and month cannot be told apart in the sample: is it "${format}" or "${swapped}"?`,
      };
    }
  }
  return null;
}

const separated = ['/', '-', '.'].flatMap((sign) => [
  `d${sign}m${sign}Y`,
  `m${sign}d${sign}Y`,
  `d${sign}m${sign}y`,
  `m${sign}d${sign}y`,
]);
const dayFormats = [...separated, 'd-b-Y', 'd b Y', 'b d, Y', 'd-b-y', 'Y年m月d日', 'Y.m.d'];

function swap(format: string): string | null {
  const found = /^([dm])([/.-])([dm])/.exec(format);
  return found ? `${found[3]}${found[2]}${found[1]}${format.slice(3)}` : null;
}

/** Whether there is such a day; a reader of formats does not ask. */
function exists(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  const found = new Date(Date.UTC(year, month - 1, day));
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
}
