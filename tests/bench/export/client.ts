export interface Client {
  url: string;
  headers: Record<string, string>;
}

/** An order as somebody would want it in a spreadsheet: twelve fields, sixteen columns. */
export const DOCUMENT = `query Orders($first: Int = 100, $after: String, $where: OrderWhere) {
  orders(first: $first, after: $after, where: $where) {
    pageInfo { hasNextPage endCursor }
    nodes {
      id externalId shop status orderedAt orderedOn promisedOn deliveredOn delayDays lateness
      region { value label { en zh } }
      paidTotal { amount currency }
    }
  }
}`;

export async function ask<Data>(
  { url, headers }: Client,
  query: string,
  variables: Record<string, unknown>,
): Promise<Data> {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string }[] };
  if (!data || errors) throw new Error(errors?.map(({ message }) => message).join('\n') ?? `${response.status}`);
  return data;
}

export interface Exported {
  rows: number;
  bytes: number;
  seconds: number;
  downloadUrl: string;
}

interface Told extends Omit<Exported, 'seconds'> {
  id: string;
  state: string;
  error: { text: { en: string } } | null;
}

const FIELDS = 'id state rows bytes downloadUrl error { text { en } }';

/** Starts an export and asks for it until it is done. */
export async function exported(client: Client, format: string, where: object): Promise<Exported> {
  const began = performance.now();
  const { startExport } = await ask<{ startExport: { export: Told | null; userErrors: { text: { en: string } }[] } }>(
    client,
    `mutation($input: ExportInput!) { startExport(input: $input) { export { ${FIELDS} } userErrors { text { en } } } }`,
    { input: { document: DOCUMENT, variables: JSON.stringify({ where }), format: format.toUpperCase() } },
  );
  let told = startExport.export;
  if (!told) throw new Error(startExport.userErrors.map(({ text }) => text.en).join('\n'));
  while (told?.state === 'RUNNING') {
    await new Promise((resolve) => setTimeout(resolve, 50));
    told = (await ask<{ export: Told }>(client, `query($id: ID!) { export(id: $id) { ${FIELDS} } }`, { id: told.id }))
      .export;
  }
  if (told?.state !== 'DONE') throw new Error(`${told?.state}: ${told?.error?.text.en}`);
  return { ...told, seconds: (performance.now() - began) / 1000 };
}
