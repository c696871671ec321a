import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { feedContracts, type FeedContract, type FeedName } from '@rapport/etl';

export interface MadeSource {
  name: string;
  shop: string;
  feeds: readonly FeedName[];
  delivery: 'snapshot' | 'delta';
  /** Contacts are sealed; row hashes are then of this house's key alone. */
  sealed?: boolean;
  pointWorth?: number;
}

const fileType = (type: string): string => (/^(char|time$)/.test(type) ? 'text' : type.replace(/\(.*\)$/, ''));

export function contractOf(feed: FeedName): FeedContract {
  const found = feedContracts.find((contract) => contract.feed === feed);
  if (!found) throw new Error(`no feed ${feed}`);
  return found;
}

export const columnsOf = (feed: FeedName): string[] => Object.keys(contractOf(feed).columns);

/** A source folder whose files hold the canonical columns themselves, so that a test says what the engine gets and nothing else. */
export function writeSource(
  folder: string,
  { name, shop, feeds, delivery, sealed = false, pointWorth }: MadeSource,
): void {
  const directory = join(folder, name);
  mkdirSync(directory, { recursive: true });
  const files = feeds.map((feed) => {
    const seals = sealed && feed === 'customers';
    const columns = Object.entries(contractOf(feed).columns)
      .filter(([column]) => !seals || !column.endsWith('_masked'))
      .map(([column, { type }]) => `${column}: "${fileType(type)}"`);
    return `  ${feed}: { file: ${feed}-*.csv, delivery: ${delivery}, optional: true, columns: { ${columns.join(', ')} }${seals ? ', personal: { name: encrypt, phone: encrypt, email: encrypt }, ignored: [name_masked, phone_masked]' : ''} }`;
  });
  writeFileSync(
    join(directory, 'source.yaml'),
    [
      `name: ${name}`,
      `shop: { code: ${shop}, title: { en: Tried shop, zh: 试验店 }, zone: Asia/Shanghai, currency: CNY${pointWorth === undefined ? '' : `, pointWorth: ${pointWorth}`} }`,
      'files:',
      ...files,
      'feeds:',
      ...feeds.map((feed) => `  ${feed}: { from: ${feed} }`),
    ].join('\n'),
  );
  for (const feed of feeds)
    writeFileSync(
      join(directory, `${feed}.sql`),
      `select file_id, record_no, ${columnsOf(feed).join(', ')} from landing.${name}__${feed}`,
    );
}
