import { Kind, parse, valueFromASTUntyped } from 'graphql';

import type { LocalizedText } from '../../metric/types.ts';

export const exampleGroups = [
  'claims',
  'service',
  'delivery',
  'aftersale',
  'voice',
  'loyalty',
  'goods',
  'buying',
  'everyday',
] as const;
export type ExampleGroup = (typeof exampleGroups)[number];

/** A file of docs/examples: its first five lines say what it is, the rest is the document. */
export interface Example {
  id: string;
  group: ExampleGroup;
  title: LocalizedText;
  question: LocalizedText;
  /** How the answer is read. */
  reading: LocalizedText;
  document: string;
}

const isGroup = (text: string | undefined): text is ExampleGroup => exampleGroups.some((group) => group === text);

export function readExample(file: string): Example {
  const [first = '', ...lines] = file.split('\n');
  const [id, group, en, zh] = first.replace(/^# /, '').split(' · ');
  const told = (line: number): string => (lines[line] ?? '').slice(4);
  if (!id || !isGroup(group) || !en || !zh) throw new Error(`An example begins with "${first}", not with what it is.`);
  return {
    id,
    group,
    title: { en, zh },
    question: { en: told(0), zh: told(1) },
    reading: { en: told(2), zh: told(3) },
    document: lines.slice(4).join('\n'),
  };
}

/** Questions first, then capabilities, then everyday work; numbers as numbers. */
const places = ['Q', 'C', 'A'];
export const inOrder = (a: Example, b: Example): number =>
  places.indexOf(a.id[0] ?? '') - places.indexOf(b.id[0] ?? '') || Number(a.id.slice(1)) - Number(b.id.slice(1));

/** The last month whose days the examples name: the demo shop's. */
const LAST_MONTH = 2026 * 12 + 9;

const lastDay = (month: number): number => new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

function moved(day: string, months: number): string {
  const from = monthOf(day);
  const to = from + months;
  const date = Number(day.slice(8));
  const kept = date === lastDay(from) ? lastDay(to) : Math.min(date, lastDay(to));
  return `${Math.floor(to / 12)}-${String((to % 12) + 1).padStart(2, '0')}-${String(kept).padStart(2, '0')}`;
}

/** Months between the shop’s last full one and that of the examples. */
function monthsTo(asOf: string): number {
  const month = monthOf(asOf);
  const full = Number(asOf.slice(8)) === lastDay(month) ? month : month - 1;
  return full - LAST_MONTH;
}

/** The example’s own defaults as JSON, for the shop one looks at: its days end with that shop’s last full month. */
export function variablesFor({ document }: Example, { shop, asOf }: { shop: string; asOf: string }): string {
  const operation = parse(document).definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const defined = operation?.kind === Kind.OPERATION_DEFINITION ? (operation.variableDefinitions ?? []) : [];
  const values = defined.flatMap(({ variable, type, defaultValue }) => {
    const name = variable.name.value;
    if (!defaultValue) return [];
    if (name === 'shop') return [[name, shop] as const];
    const value: unknown = valueFromASTUntyped(defaultValue);
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    const isDay = named.kind === Kind.NAMED_TYPE && named.name.value === 'LocalDate';
    return [[name, isDay ? moved(String(value), monthsTo(asOf)) : value] as const];
  });
  return values.length === 0 ? '' : JSON.stringify(Object.fromEntries(values), null, 2);
}
