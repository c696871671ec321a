import type { FeedContract } from '../../kit/feeds/contract.ts';
import { contractOf } from '../../kit/feeds/contracts.ts';
import type { FeedName } from '../../kit/feeds/names.ts';
import { isNamed } from '../feeds/recognise.ts';
import { isUnique } from '../guess/key.ts';
import type { ColumnPlan, FilePlan } from '../plan.ts';
import { assumed } from './defaults.ts';
import { expression, ref, type Written } from './expression.ts';

/** One feed's SQL in the making. */
export interface FeedPlan {
  feed: FeedName;
  role: string;
  secondary: boolean;
  /** What the file is, in a line of comment. */
  says: string;
  fields: [field: string, Written][];
  /** Behind `from`. */
  tail?: string;
  distinctOn?: string;
}

/** The feed that answers for every record of a file. */
export function homeFeed(plan: FilePlan, feed: FeedName): FeedPlan {
  const contract = contractOf(feed);
  const id = ownId(plan, feed);
  const fields: FeedPlan['fields'] = [['external_id', id]];
  for (const [field, column] of Object.entries(contract.columns)) {
    if (field === 'external_id') continue;
    const held = plan.mapping.get(field);
    if (held) {
      const written = expression(feed, field, held, column);
      const isGuess = column.type === 'timestamptz' && column.required && !isNamed(feed, field, held);
      const mark = isGuess ? `CHECK: "${held.title}" is the only time in the file` : markOfBuyer(field, held);
      fields.push([field, mark === null ? written : { mark, ...written }]);
      if (column.role.is === 'contact') fields.push([`${field}_masked`, { sql: ref({ name: `${held.name}_masked` }) }]);
    } else if (column.required) fields.push([field, standIn(contract, field, plan, id)]);
  }
  const count = plan.sample.records;
  return {
    feed,
    role: plan.role,
    secondary: false,
    says: `${contract.means} ${count} records in the sample.`,
    fields: priced(fields, plan, feed),
  };
}

/** Who changes a telephone number or an address is another customer then. */
const markOfBuyer = (field: string, { personal, title }: ColumnPlan): string | null =>
  field === 'customer_ref' && personal !== null && personal !== 'account'
    ? `CHECK: customers are known by "${title}"; if a column has their number or name of account, take that`
    : null;

/** What tells its rows apart: the id the file has, else the columns that do together, else the whole row. */
function ownId(plan: FilePlan, feed: FeedName): Written {
  const own = plan.mapping.get('external_id');
  if (own && isUnique([own])) return { sql: ref(own) };
  const order = plan.mapping.get('order_ref');
  if (order && (feed === 'order_items' || feed === 'payments'))
    return { sql: `${ref(order)} || '#' || ${numbered(order)}` };
  const key = plan.key?.flatMap((title) => plan.columns.find((column) => column.title === title) ?? []);
  if (key && key.length > 0) {
    const sql = key.map(ref).join(` || '#' || `);
    return {
      sql,
      mark: `CHECK: told apart by ${key.map(({ title }) => `"${title}"`).join(' and ')}`,
    };
  }
  const mark = own
    ? `CHECK: "${own.title}" repeats in the sample: the same id again is the same row, and the latest wins`
    : 'CHECK: nothing tells the records apart, so the whole record does: records that are equal to the character count once';
  return own ? { sql: ref(own), mark } : { sql: `md5((to_jsonb(f) - 'file_id' - 'record_no')::text)`, mark };
}

const numbered = (order: ColumnPlan): string =>
  `row_number() over (partition by ${ref(order)} order by file_id, record_no)`;

function standIn({ feed, columns }: FeedContract, field: string, { mapping }: FilePlan, id: Written): Written {
  const order = mapping.get('order_ref');
  if ((field === 'item_no' || field === 'payment_no') && order) return { sql: `${numbered(order)}::integer` };
  if (field === 'review_ref') return { sql: id.sql };
  if (feed === 'service_cases' && field === 'status') return standing(mapping);
  const [sql, mark] = assumed[`${feed}.${field}`] ?? [];
  if (sql !== undefined) return { sql, mark: mark ?? '' };
  const { type = 'text', means = '' } = columns[field] ?? {};
  return { sql: `null::${type}`, mark: `DECIDE: which column is it? ${means}` };
}

function standing(mapping: FilePlan['mapping']): Written {
  const [closed, resolved] = [mapping.get('closed_at'), mapping.get('resolved_at')];
  const whens = [
    closed && `when ${ref(closed)} is not null then 'closed'`,
    resolved && `when ${ref(resolved)} is not null then 'resolved'`,
  ];
  const sql = [...whens.filter(Boolean), `else 'open'`].join(' ');
  return { sql: whens.some(Boolean) ? `case ${sql} end` : `'open'`, mark: 'CHECK: the file tells no status' };
}

/** A price of one piece is not that of the line. */
function priced(fields: FeedPlan['fields'], { mapping }: FilePlan, feed: FeedName): FeedPlan['fields'] {
  const [price, quantity] = [mapping.get('price'), mapping.get('quantity')];
  if (
    feed !== 'order_items' ||
    !price ||
    !quantity ||
    !/unit|单价|^price$|价格|lineitem_price|preco/i.test(price.title.toLowerCase().replaceAll(/\s/g, '_'))
  )
    return fields;
  return fields.map(([field, written]) =>
    field === 'price'
      ? [
          field,
          {
            sql: `(${written.sql}) * ${ref(quantity)}`,
            mark: `CHECK: "${price.title}" is taken for the price of one piece`,
          },
        ]
      : [field, written],
  );
}

/** The text of the file. */
export function sqlText(source: string, { role, says, fields, tail, distinctOn }: FeedPlan): string {
  const distinct = distinctOn === undefined ? '' : ` distinct on (${distinctOn})`;
  const lines = [
    'file_id, record_no',
    ...fields.map(([field, { sql }]) => (sql === field ? field : `${sql} as ${field}`)),
  ];
  const marks = [undefined, ...fields.map(([, { mark }]) => mark)];
  const list = lines.map((line, at) => {
    const note = marks[at] === undefined ? '' : `  -- ${marks[at]}\n`;
    return `${note}  ${line}${at === lines.length - 1 ? '' : ','}`;
  });
  return `-- ${says}\nselect${distinct}\n${list.join('\n')}\nfrom landing.${source}__${role} f\n${tail === undefined ? '' : `${tail}\n`}`;
}
