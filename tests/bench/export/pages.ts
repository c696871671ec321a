import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { ask, DOCUMENT, type Client } from './client.ts';

interface Page {
  orders: { nodes: Record<string, unknown>[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

const at = (node: Record<string, unknown>, way: string): string => {
  const value = way
    .split('.')
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown> | null)?.[name], node);
  return value === null || value === undefined ? '' : `${value as string | number | boolean}`;
};

/** Reads the list page by page, as any client does, and the file beside it. */
export async function assertSameAsPages(
  client: Client,
  file: string,
  pages: number,
): Promise<{ rows: number; pages: number; differences: string[] }> {
  const parsed = createReadStream(file).pipe(parse({ columns: true })) as AsyncIterable<Record<string, string>>;
  const lines = parsed[Symbol.asyncIterator]();
  const differences: string[] = [];
  let rows = 0;
  let read = 0;
  let after: string | null = null;
  for (; read < pages && differences.length < 5; read += 1) {
    const { orders }: Page = await ask<Page>(client, DOCUMENT, { first: 100, after, where: {} });
    for (const node of orders.nodes) {
      const { value: line, done } = await lines.next();
      rows += 1;
      if (done) differences.push(`row ${rows} is not in the file`);
      else
        for (const [name, cell] of Object.entries(line))
          if (cell !== at(node, name)) differences.push(`row ${rows}, ${name}: ${cell} and not ${at(node, name)}`);
    }
    after = orders.pageInfo.endCursor;
    if (!orders.pageInfo.hasNextPage) break;
  }
  return { rows, pages: read, differences };
}
