import type { Queryable } from '@rapport/model/schema';
import type { QuarantineReason } from '@rapport/model/vocabulary';
import type { FeedContract } from '../kit/feeds/contract.ts';
import { faultsOf } from '../kit/landing/misfits.ts';
import { landingType, pushedColumns } from '../kit/source/pushed.ts';
import type { Source } from '../kit/source/source.ts';
import { stageSelect } from '../kit/stage/select-sql.ts';
import { readRows, type PushedRow, type RowFault } from './rows.ts';

/** Nobody's file: what is checked is not loaded yet. */
const NO_FILE = '00000000-0000-0000-0000-000000000000';

/** Reads the rows of a body and says of each what the loader itself would refuse it for. */
export async function checkRows(
  db: Queryable,
  source: Source,
  contract: FeedContract,
  body: Buffer,
): Promise<PushedRow[]> {
  const definition = source.files[contract.feed];
  if (!definition) throw new Error(`${source.name} takes no ${contract.feed}`);
  const rows = readRows(body, definition);
  const header = Object.keys(definition.columns);
  await judge(rows, async (sound) => {
    const faults = await faultsOf(
      db,
      definition,
      header,
      sound.map(({ texts }) => ({ fields: texts })),
    );
    return sound.map((_, at) => {
      const [first] = faults.get(at) ?? [];
      return first
        ? { reason: first.reason, field: first.field, expected: String(first.detail['expected'] ?? '') }
        : null;
    });
  });
  await judge(rows, (sound) => contractFaults(db, source, contract, header, sound));
  return rows;
}

/** Only rows without a fault so far are judged further. */
async function judge(
  rows: readonly PushedRow[],
  by: (sound: readonly PushedRow[]) => Promise<readonly (RowFault | null)[]>,
): Promise<void> {
  const sound = rows.filter(({ fault }) => fault === null);
  if (sound.length === 0) return;
  for (const [at, fault] of (await by(sound)).entries()) {
    const row = sound[at];
    if (row) row.fault = fault;
  }
}

/** The loader's own statement over the rows, for what it would refuse. */
async function contractFaults(
  db: Queryable,
  source: Source,
  contract: FeedContract,
  header: readonly string[],
  rows: readonly PushedRow[],
): Promise<(RowFault | null)[]> {
  const columns = pushedColumns(contract);
  const values = columns.map((name) => rows.map(({ texts }) => valueOf(contract, name, texts[header.indexOf(name)])));
  const selected = columns.map(
    (name) => `r.${name}::${landingType(contract.columns[name]?.type ?? 'text')} as ${name}`,
  );
  const given = columns.map((_, at) => `$${at + 1}::text[]`);
  const feedSql = `select '${NO_FILE}'::uuid as file_id, r.record_no, ${selected.join(', ')} from unnest(${given.join(', ')}) with ordinality as r(${columns.join(', ')}, record_no)`;
  const staged = stageSelect(source, contract, feedSql, new Set(columns), [{ fileId: NO_FILE, fileTime: new Date() }]);
  const { rows: found } = await db.query<{ refusal: string | null }>(
    `select s.refusal from (${staged}) s order by s.record_no`,
    values,
  );
  return found.map(({ refusal }) => (refusal === null ? null : faultOf(contract, refusal)));
}

/** A sealed value is text of its own; the contract asks nothing of it. */
function valueOf(contract: FeedContract, name: string, text: string | undefined): string | null {
  return contract.columns[name]?.role.is === 'contact' || !text ? null : text;
}

function faultOf({ columns, checks }: FeedContract, refusal: string): RowFault {
  const [reason = '', field = ''] = refusal.split(':');
  const codes = columns[field]?.codes;
  const check = checks.find((one) => one.field === field && one.reason === reason);
  const expected = reason === 'unknown_code' && codes ? Object.keys(codes.list).join(' | ') : (check?.says ?? null);
  return { reason: reason as QuarantineReason, field: field || null, expected };
}
