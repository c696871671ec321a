import type { FeedName } from '../../kit/feeds/names.ts';
import { withoutPacking } from '../../kit/source/file-definition.ts';
import type { ColumnPlan, FilePlan } from '../plan.ts';
import type { FeedPlan } from './feed-sql.ts';

export interface ShopPlan {
  source: string;
  code: string;
  zone: { name: string; mark: string | null };
  currency: { code: string; mark: string | null };
}

/** How a column that tells who somebody is gets into the database. */
export function sealing(column: ColumnPlan, plan: FilePlan): 'hash' | 'encrypt' | null {
  if (column.personal === null) return null;
  const isKey = ['customer_ref', 'external_id', 'order_ref', '$customer'].some(
    (field) => plan.mapping.get(field) === column,
  );
  return isKey || column.personal === 'account' || column.personal === 'identity' ? 'hash' : 'encrypt';
}

export function yamlText(shop: ShopPlan, files: readonly FilePlan[], feeds: readonly FeedPlan[]): string {
  return `${[...head(shop), FILES, ...files.flatMap((file) => fileLines(file, feeds)), ...(feeds.length === 0 ? [NO_FEED] : ['feeds:']), ...feeds.map(feedLine)].join('\n')}\n`;
}

const NO_FEED = 'feeds: {} # DECIDE: no feed was recognised; docs/feeds.md has them all, and --feed names one';
const FILES =
  'files: # CHECK: delivery of each: snapshot, a file is the whole picture and what it lacks is deleted; delta, it brings what is new or changed';

const mark = (text: string | null): string => (text === null ? '' : ` # ${text}`);
/** A text as YAML takes it without doubt. */
const quoted = (text: string): string =>
  /^[\p{L}_][\p{L}\p{N}_ ./-]*$/u.test(text) &&
  !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text) &&
  !/\s$/.test(text)
    ? text
    : `'${text.replaceAll("'", "''")}'`;

function head({ source, code, zone, currency }: ShopPlan): string[] {
  return [
    '# Written by "rapport source new" from a sample. It is yours now: read it through once.',
    '# CHECK is a guess to be looked at. DECIDE is left to you: "rapport source check" names each until you take the word out.',
    `name: ${source}`,
    'shop:',
    `  code: ${code}`,
    `  title: { en: ${quoted(code)}, zh: ${quoted(code)} } # CHECK: the names that pages show`,
    `  zone: ${zone.name} # fixed when the shop is created: its days begin and end by it${zone.mark === null ? '' : `; ${zone.mark}`}`,
    `  currency: ${currency.code} # fixed when the shop is created${currency.mark === null ? '' : `; ${currency.mark}`}`,
    '',
  ];
}

function fileLines(plan: FilePlan, feeds: readonly FeedPlan[]): string[] {
  const { role, pattern, sample, columns } = plan;
  const { encoding, delimiter, format, rows, records } = sample;
  const isHome = feeds.some((feed) => feed.role === role && !feed.secondary);
  const personal = columns.flatMap((column) => {
    const how = sealing(column, plan);
    return how === null ? [] : [`      ${quoted(column.name)}: ${how} # ${why[column.personal ?? 'name']}`];
  });
  return [
    `  ${role}:`,
    `    file: ${quoted(pattern)} # * stands for any characters; ${records} records in the sample`,
    ...(formatByName(pattern) === format ? [] : [`    format: ${format}`]),
    ...(encoding === 'utf-8' ? [] : [`    encoding: ${encoding} # by the sample's bytes`]),
    ...((format === 'csv' || format === 'tsv') && delimiter !== (format === 'tsv' ? '\t' : ',')
      ? [`    delimiter: '${delimiter === '\t' ? '\\t' : delimiter}'`.replace(`'\\t'`, '"\\t"')]
      : []),
    ...(rows === undefined ? [] : [`    rows: ${quoted(rows)}`]),
    `    delivery: ${pattern.includes('*') ? 'delta' : 'snapshot'}`,
    ...(plan.missing.length === 0
      ? []
      : [`    missing: [${plan.missing.map((text) => `'${text}'`).join(', ')}] # these say that there is no value`]),
    ...(isHome
      ? []
      : ['    lookup: true # CHECK: no feed was recognised; its records are only there for other SQL to join']),
    ...sample.lists.map(
      (list) =>
        `    # "${list}" is a list inside the records: read the file again under another role, with rows, to have it`,
    ),
    '    columns:',
    ...columns.map((column) => columnLine(column, plan)),
    ...(personal.length === 0
      ? []
      : [
          '    personal: # never in the database in clear: hash for what is only compared, encrypt for what a steward may reveal',
          ...personal,
        ]),
    ...(sample.lists.length === 0
      ? []
      : [
          `    ignored: [${[...new Set(sample.lists.map((list) => list.split('.')[0] ?? ''))].map(quoted).join(', ')}]`,
        ]),
    '',
  ];
}

const why: Record<NonNullable<ColumnPlan['personal']>, string> = {
  email: 'e-mail addresses',
  phone: 'phone numbers',
  name: 'names of people',
  address: 'where people live',
  identity: 'numbers of identity papers',
  account: 'names of accounts',
};

function columnLine({ name, title, path, guess, values }: ColumnPlan, { mapping, key, sample }: FilePlan): string {
  const isJson = sample.format === 'json' || sample.format === 'ndjson';
  const details = [`type: ${guess.type}`];
  if (isJson && (path !== null || name !== title)) details.push(`path: ${quoted(path ?? title)}`);
  if (!isJson && name !== title) details.push(`header: ${quoted(title)}`);
  if (guess.format !== undefined) details.push(`format: ${quoted(guess.format)}`);
  const short = details.length === 1 ? guess.type : `{ ${details.join(', ')} }`;
  const field = [...mapping].find(([one, column]) => column.title === title && !one.startsWith('$'))?.[0];
  const notes = [
    ...(key?.includes(title) ? ['key'] : []),
    ...(field === undefined ? [] : [`→ ${field}`]),
    ...(guess.isMoney ? ['money'] : []),
    ...(guess.remark === undefined ? [] : [guess.remark]),
    ...(values.length > 0 && values.every((value) => value !== '') ? [] : ['may be empty']),
    ...(guess.decide === undefined ? [] : [`DECIDE: ${guess.decide}`]),
  ];
  return `      ${quoted(name)}: ${short}${mark(notes.length === 0 ? null : notes.join('; '))}`;
}

function formatByName(name: string): string {
  const plain = withoutPacking(name).toLowerCase();
  if (/\.(ndjson|jsonl)$/.test(plain)) return 'ndjson';
  const [, ending] = /\.(json|xlsx|tsv|tab)$/.exec(plain) ?? [];
  return ending === undefined ? 'csv' : ending === 'tab' ? 'tsv' : ending;
}

const feedLine = ({ feed, role, secondary }: { feed: FeedName; role: string; secondary: boolean }): string =>
  `  ${feed}: { from: ${role}${secondary ? ', secondary: true' : ''} }`;
