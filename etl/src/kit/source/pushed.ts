import { allContracts } from '../feeds/contracts.ts';
import type { FeedContract } from '../feeds/contract.ts';

/** What a pushed row may hold: the contract's columns, but for masks, which the loader makes itself. */
export function pushedColumns({ columns }: FeedContract): string[] {
  return Object.keys(columns).filter((name) => !isMask(name, columns));
}

/** The type its values are read with; what a column has room for is the contract's to judge, row by row. */
export const landingType = (type: string): string =>
  /^(char|time$)/.test(type) ? 'text' : type.replace(/\(.*\)$/, '');

const isMask = (name: string, columns: FeedContract['columns']): boolean =>
  name.endsWith('_masked') && columns[name.slice(0, -'_masked'.length)]?.role.is === 'contact';

const contacts = ({ columns }: FeedContract): string[] =>
  Object.keys(columns).filter((name) => columns[name]?.role.is === 'contact');

/** The name a batch of a feed has in its folder. */
export const pushedFileName = (feed: string, batch: string): string => `${feed}-${batch}.ndjson`;

/** What a source that is pushed to leaves unsaid: its rows come in the contracts' own form, feed by feed. */
export function pushedDeclarations(): { files: object; feeds: object } {
  const files = allContracts.map((contract) => {
    const columns = pushedColumns(contract).map((name) => [
      name,
      { type: landingType(contract.columns[name]?.type ?? 'text'), optional: true },
    ]);
    const personal = contacts(contract).map((name) => [name, 'encrypt']);
    const file = {
      file: pushedFileName(contract.feed, '*'),
      delivery: 'delta',
      optional: true,
      columns: Object.fromEntries(columns),
      personal: Object.fromEntries(personal),
    };
    return [contract.feed, file];
  });
  const feeds = allContracts.map(({ feed }) => [feed, { from: feed }]);
  return { files: Object.fromEntries(files), feeds: Object.fromEntries(feeds) };
}

export function pushedSql(source: string, contract: FeedContract): string {
  const masks = contacts(contract)
    .map((name) => `${name}_masked`)
    .filter((name) => contract.columns[name]);
  const columns = ['file_id', 'record_no', ...pushedColumns(contract), ...masks];
  return `select ${columns.join(', ')} from landing.${source}__${contract.feed}`;
}
