import pg from 'pg';
import { hasIdentity, isOfCustomer, namesCustomer, parentsOf, type FeedContract } from '../feeds/contract.ts';
import { parentFeeds } from '../feeds/contracts.ts';
import type { FeedName } from '../feeds/names.ts';
import type { Source } from '../source/source.ts';
import { workTable } from '../stage/names.ts';
import { storedNames, versionOf } from '../stage/select-sql.ts';

/** A placeholder's file: nobody delivered it, so any row wins against it. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What of this run is already classified: feeds with changes, and whether customers are linked. */
export interface InRun {
  feeds: Set<FeedName>;
  links: boolean;
}

interface Circumstances {
  given: ReadonlySet<string> | null;
  delta: boolean;
  /** Another source of the shop brings rows of this feed too. */
  shared: boolean;
  /** Records of files that the feed joins were refused. */
  joinedRefused: boolean;
  /** Some staged rows only say that a row is gone. */
  tombstones: boolean;
}

/** Which published row a staged one meets, whose it becomes, and what is to be done; in the order of the target's key. */
export function changesSelect(
  source: Source,
  contract: FeedContract,
  { feeds: inRun }: InRun,
  circumstances: Circumstances,
): string {
  const { shape, table } = contract;
  const stage = workTable.staged(source, contract.feed);
  const verdict = verdictSql(source, contract, circumstances);
  const made = 't.inferred as was_placeholder';
  if (shape === 'code') {
    const shop = pg.escapeLiteral(source.shop.code);
    return `select s.*, ${verdict} as op, ${made} from ${stage} s left join ${table} t on t.shop = ${shop} and t.code = s.external_id order by s.external_id`;
  }
  if (shape === 'reference' || shape === 'link') {
    return `select s.*, ${verdict} as op, ${made}${carries(contract)} from ${stage} s left join ${table} t on t.id = s.id order by s.id`;
  }
  if (shape === 'customer') {
    const contacts = contactFields(contract, circumstances.given);
    const sealed = contacts.map(
      (field) =>
        `left join vault.contacts ${field}_held on ${field}_held.named_customer_id = s.id and ${field}_held.field = '${field}'`,
    );
    return `select s.*, ${verdict} as op, ${made} from ${stage} s left join ${table} t on t.customer_id = s.id ${sealed.join(' ')} order by s.id`;
  }
  const from = `(${withCustomer(source, contract, inRun)}) s ${meeting(contract)}`;
  return `select s.*, ${oldCustomer(contract)} as old_customer_id, ${verdict} as op from ${from} order by s.customer_id, s.id`;
}

function verdictSql(source: Source, contract: FeedContract, circumstances: Circumstances): string {
  const { delta, given } = circumstances;
  const { shape } = contract;
  const versioned = shape !== 'code';
  // The same record read again, by other rules or as it was corrected, is newer than itself.
  const older = `${versionOf('t')} > ${versionOf('s')} and not (t.file_id = s.file_id and t.record_no = s.record_no)`;
  const contacts = contactFields(contract, given).map(
    (field) => ` and ${field}_held.ciphertext is not distinct from decode(s.${field}, 'base64')`,
  );
  const same = `t.row_hash = s.row_hash${versioned ? ' and t.deleted_at is null' : ''}${isOfCustomer(contract) ? '' : ' and not t.inferred'}${contacts.join('')}`;
  const moved = versioned && shape !== 'reference' && shape !== 'link' && shape !== 'customer';
  const competes = competesSql(source, contract, circumstances);
  return `case
    ${circumstances.tombstones ? goneSql(contract, older) : ''}
    ${versioned && competes !== null ? `when (${competes}) and t.file_id <> '${NOBODY}' and ${older} then 'superseded'` : ''}
    ${parentsOf(contract).length > 0 ? waitsSql(contract) : ''}
    ${circumstances.joinedRefused ? `when t.shop is not null and (${losesSql(contract)}) then 'hold'` : ''}
    when t.shop is null then 'insert'
    ${moved ? `when ${oldCustomer(contract)} <> s.customer_id then 'move'` : ''}
    ${versioned ? `when ${same} and (${delta} or t.source_version is distinct from s.source_version) then 'advance'` : ''}
    when ${same} then 'unchanged'
    ${versioned ? `when t.deleted_at is not null then 'restore'` : ''}
    else 'update' end`;
}

/** What becomes of the row a tombstone names. One without a version is as young as its file. */
function goneSql(contract: FeedContract, older: string): string {
  const placeholder = isOfCustomer(contract) ? '' : 'or t.inferred';
  return `when s.gone and (t.shop is null ${placeholder}) then 'absent'
    when s.gone and case when s.source_version is null then t.file_time > s.file_time else ${older} end then 'superseded'
    when s.gone and t.deleted_at is not null then 'stay'
    when s.gone then 'delete'`;
}

/** Which staged rows are compared by version; a snapshot's own rows need not be, older ones are superseded as a whole. */
function competesSql(source: Source, contract: FeedContract, { delta, shared }: Circumstances): string | null {
  if (delta) return 'true';
  const cases = [
    ...(parentsOf(contract).length > 0 ? ['s.healed'] : []),
    ...(shared
      ? [`t.file_id not in (select file_id from ops.files where source = ${pg.escapeLiteral(source.name)})`]
      : []),
  ];
  return cases.length > 0 ? cases.join(' or ') : null;
}

/** A published row that now names an unknown parent leaves its old place: it counts nowhere until the parent comes. */
function waitsSql(contract: FeedContract): string {
  const withdrawn = `when s.customer_id is null and not s.healed and t.deleted_at is null and t.shop is not null then 'withdraw'`;
  return `${hasIdentity(contract) ? withdrawn : ''} when s.customer_id is null then 'pending'`;
}

/** A value or a customer that is gone from a published row: it may stand in a joined record that was refused. */
function losesSql(contract: FeedContract): string {
  const values = storedNames(contract)
    .filter((name) => name !== 'named_customer_id')
    .map((name) => `s.${name} is null and t.${name} is not null`);
  const customer = namesCustomer(contract)
    ? [`s.customer_ref is null and ${oldCustomer(contract)} <> s.customer_id`]
    : [];
  return [...values, ...customer].join(' or ');
}

/** Sealed values are compared with those in the vault: the same value is sealed to the same bytes, in one house. */
function contactFields({ columns }: FeedContract, given: ReadonlySet<string> | null): string[] {
  return Object.entries(columns).flatMap(([name, { role }]) =>
    role.is === 'contact' && given?.has(name) ? [name] : [],
  );
}

/** Whether a changed reference row changes what facts of customers carry of it. */
function carries({ carried }: FeedContract): string {
  if (carried.length === 0) return '';
  const row = (alias: string) => `row(${carried.map((name) => `${alias}.${name}`).join(', ')})`;
  return `, ${row('t')} is distinct from ${row('s')} as carries`;
}

/** A row with parents belongs to the customer of the first it names: as this run has it, else as published. It waits until all are known. */
function withCustomer(source: Source, contract: FeedContract, inRun: ReadonlySet<FeedName>): string {
  const stage = workTable.staged(source, contract.feed);
  const parents = parentsOf(contract).map((parent, at) => {
    const feed = parentFeeds[parent.concept];
    const published = `left join core.identity published${at} on published${at}.id = child.${parent.into}`;
    if (!inRun.has(feed)) return { ...parent, customer: `published${at}.customer_id`, join: published };
    const fresh = `left join ${workTable.changes(source, feed)} fresh${at} on fresh${at}.id = child.${parent.into} and fresh${at}.op not in ('superseded', 'hold', 'delete', 'stay', 'absent')`;
    return {
      ...parent,
      customer: `coalesce(fresh${at}.customer_id, published${at}.customer_id)`,
      join: `${fresh} ${published}`,
    };
  });
  const [only] = parents;
  if (!only) return `select child.* from ${stage} child`;
  const joins = parents.map(({ join }) => join).join(' ');
  const published = contract.shape === 'event' ? ', published0.customer_id as published_customer_id' : '';
  if (contract.shape !== 'owned')
    return `select child.*, ${only.customer} as customer_id${published} from ${stage} child ${joins}`;
  const missing = parents.map(({ into, customer }) => `child.${into} is not null and ${customer} is null`);
  const waits = parents.map(({ concept }, at) => `when ${missing[at]} then '${concept}'`).join(' ');
  const owner = [...parents.map(({ customer }) => customer), 'child.own_customer_id'].join(', ');
  return `select child.*, case ${waits} end as waits_for, case when not (${missing.map((one) => `(${one})`).join(' or ')}) then coalesce(${owner}) end as customer_id
    from ${stage} child ${joins}`;
}

/** Where the row stands now: by its identity; an event, which has none, where its parent stands, or by its own id within its month. */
function meeting(contract: FeedContract): string {
  const { table } = contract;
  if (hasIdentity(contract)) {
    return `left join core.identity known on known.id = s.id left join ${table} t on t.customer_id = known.customer_id and t.id = s.id`;
  }
  const [parent] = parentsOf(contract);
  const own = `t.id = s.id and t.${contract.at} = s.${contract.at}`;
  if (!parent) return `left join ${table} t on ${own}`;
  return `left join ${table} t on t.customer_id = s.published_customer_id and t.${parent.into} = s.${parent.into} and ${own}`;
}

function oldCustomer(contract: FeedContract): string {
  return hasIdentity(contract) ? 'known.customer_id' : 't.customer_id';
}
