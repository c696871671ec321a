import { request } from '../../api/graphql.ts';
import type { ChartTable } from '../../charts/index.ts';
import type { QuarantineWhere, RefusedRowsQuery } from '../../gql/graphql.ts';
import type { useText } from '../../i18n/index.ts';
import { refusedQuery } from './queries.ts';
import type { RefusedRow } from './use-quarantine.ts';

const PAGE = 100;

/** Every row there is, page by page: a download is not only what the page has shown so far. */
export async function allRefused(where: QuarantineWhere): Promise<RefusedRow[]> {
  const rows: RefusedRow[] = [];
  let after: string | null = null;
  do {
    const { quarantine }: RefusedRowsQuery = await request(refusedQuery, { first: PAGE, after, where });
    rows.push(...quarantine.nodes);
    after = quarantine.pageInfo.hasNextPage ? (quarantine.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return rows;
}

/** For a spreadsheet; what would be a formula there is written as a text by toCsv. */
export function quarantineTable(
  rows: readonly RefusedRow[],
  { t, pick }: Pick<ReturnType<typeof useText>, 't' | 'pick'>,
): ChartTable {
  const heads = [
    'source',
    'feed',
    'file',
    'line',
    'record',
    'reason',
    'field',
    'detail',
    'rowState',
    'openRun',
    'at',
    'raw',
  ] as const;
  return {
    columns: heads.map((head) => ({ label: t(`quarantine.${head}`), numeric: head === 'line' })),
    rows: rows.map((row) => {
      const raw = [
        row.source,
        row.feed,
        row.fileName,
        row.lineNo ?? row.recordNo,
        row.recordId ?? '',
        row.reason.code,
        row.field ?? '',
        pick(row.detail),
        t(`quarantine.state.${row.state}`),
        row.runId,
        row.createdAt,
        row.corrected ?? row.raw ?? '',
      ];
      return { cells: raw.map(String), raw };
    }),
  };
}
