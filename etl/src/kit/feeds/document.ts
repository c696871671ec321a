import { isOfCustomer, namesCustomer, parentsOf, type FeedColumn, type FeedContract } from './contract.ts';
import { allContracts, parentFeeds } from './contracts.ts';

/** docs/feeds.md: every contract as a person who maps a foreign export reads it. */
export function feedsDocument(): string {
  const contracts = allContracts;
  return [
    head,
    '| feed | one row is | belongs to | waits for |',
    '|---|---|---|---|',
    ...contracts.map((one) => `| [${one.feed}](#${one.feed}) | ${one.means} | ${owner(one)} | ${waits(one) || '–'} |`),
    '',
    ...contracts.flatMap(chapter),
  ].join('\n');
}

const head = `# Feeds: what a source's SQL may select

Generated from the contracts in etl/src/kit/feeds; \`npm test\` fails when it is out of date. To map an export, write a folder as docs/recipes/add-a-source.md says; for each feed one \`.sql\` that selects from the landing tables of the source:

\`\`\`sql
select file_id, record_no, order_no as external_id, buyer as customer_ref, case state when '交易成功' then 'delivered' else 'approved' end as status, paid_at as ordered_at
from landing.my_source__orders
\`\`\`

Rules that hold for every feed
- \`file_id\` and \`record_no\` are always selected: they lead back to the record. The home feed of a file selects every record of it, once.
- Columns that are not selected are empty; required ones must be selected. A record whose required value is empty, whose code is not on a closed list or that breaks a check goes to quarantine with the reason; the rest of the file is loaded.
- \`external_id\` is the source's own id. It is unique for its feed in the shop, over all sources of the shop; where it is not, make it so (\`order_no || '#' || line_no\`). The same id again is the same row: the latest wins.
- References (\`…_ref\`) are external ids of other feeds. A row that names an order, a parcel or a case waits (\`ops.pending\`) until it is known and is then loaded by itself; products, merchants, customers and the code lists marked *placeholder* are made when first named.
- Amounts are in major units of the shop's currency (12.50) and no finer than its minor unit. Times carry a zone, or are local to the source's \`zone\`. Days are \`2025-01-31\`. Dates before 1990 or after 2099 are refused.
- *closed* lists of codes hold every code that is taken; other lists name the codes that have a meaning, and any other code is kept and shown as it is.
- *personal* values tell who somebody is. Contacts must be declared \`personal: encrypt\` in source.yaml; free text may be, by the shop's choice.
- Whose a row is: the customer of the order it names, else of the case, else the customer it names, else a guest of its own, whom customer metrics leave out.

`;

function owner(contract: FeedContract): string {
  const { shape, columns } = contract;
  if (shape === 'customer') return 'itself';
  if (!isOfCustomer(contract)) return 'the shop';
  const chain = parentsOf(contract).map(({ concept }) => `its ${word(concept)}’s customer`);
  if (columns['customer_ref']) chain.push('the customer it names');
  if (shape === 'order' || shape === 'owned') {
    if (!columns['customer_ref']?.required) chain.push('a guest of its own');
  } else if (namesCustomer(contract)) chain.push('its visitor');
  return chain.join(', else ');
}

function waits(contract: FeedContract): string {
  return parentsOf(contract)
    .map(({ concept }) => word(concept))
    .join(' and ');
}

const word = (concept: string) => (concept === 'shipment' ? 'parcel' : concept);

function chapter(contract: FeedContract): string[] {
  const { feed, version, means, columns, checks } = contract;
  return [
    `## ${feed}`,
    '',
    `${means} Contract version ${version}. ${keyOf(contract)} ${orphans(contract)}`.trim(),
    '',
    '| column | type | | meaning |',
    '|---|---|---|---|',
    ...Object.entries(columns).map(
      ([name, column]) => `| \`${name}\` | ${typeOf(column)} | ${marks(column)} | ${meaning(column)} |`,
    ),
    '',
    ...(checks.length > 0
      ? [`Checked: ${checks.map(({ says, reason }) => `${says} (\`${reason}\`)`).join('; ')}.`, '']
      : []),
  ];
}

function keyOf({ shape }: FeedContract): string {
  if (shape === 'content') return 'Key: the whole row.';
  if (shape === 'code') return 'Key: external_id, the code. A code that is no longer delivered stays.';
  if (shape === 'event')
    return 'Key: what it hangs on, external_id and its time; an event is added or corrected, never moved in time.';
  return 'Key: external_id.';
}

function orphans(contract: FeedContract): string {
  const parents = parentsOf(contract);
  if (parents.length === 0) return '';
  const named = parents.map(({ name, concept }) => `${name} (feed ${parentFeeds[concept]})`).join(' and ');
  return `A row waits until ${named} is known${parents.length > 1 ? ', each where it is named' : ''}.`;
}

function typeOf({ type, role }: FeedColumn): string {
  return role.is === 'amount' ? 'amount' : type;
}

function marks({ required, fallback, personal }: FeedColumn): string {
  const said = [
    required ? '**required**' : fallback === null ? '' : `default ${fallback}`,
    personal ? '*personal*' : '',
  ];
  return said.filter(Boolean).join(', ');
}

function meaning({ means, codes, role }: FeedColumn): string {
  const parts = [means];
  if (role.is === 'code') parts.push(`Code of ${role.list}, *placeholder*.`);
  if (role.is === 'reference') parts.push(`external_id of ${role.concept}s, *placeholder*.`);
  if (role.is === 'parent') parts.push(`external_id of ${parentFeeds[role.concept]}.`);
  if (codes) {
    const list = Object.entries(codes.list).map(([code, label]) => `\`${code}\` ${label.en} ${label.zh}`);
    parts.push(`${codes.closed ? '*closed*: ' : ''}${list.join(' · ')}.`);
  }
  return parts.join(' ').replaceAll('|', '\\|');
}
