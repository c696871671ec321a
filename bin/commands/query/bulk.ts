import { setTimeout as delay } from 'node:timers/promises';
import { CommandError, EXIT } from '../../cli/failures.ts';
import { Progress } from '../../cli/progress.ts';
import { said, type ApiClient, type Place } from './api-client.ts';
import type { Question } from './question.ts';

export interface Exported {
  id: string;
  state: string;
  rows: number;
  expectedRows: number | null;
  bytes: number;
  downloadUrl: string | null;
  error: { text: { en: string } } | null;
}

interface Started {
  startExport: {
    export: Exported | null;
    userErrors: { field: string | null; text: { en: string }; places: Place[] }[];
  };
}

const FIELDS = 'id state rows expectedRows bytes downloadUrl error { text { en } }';
const START = `mutation($input: ExportInput!) { startExport(input: $input) { export { ${FIELDS} } userErrors { field text { en } places { line column } } } }`;
const LOOK = `query($id: ID!) { export(id: $id) { ${FIELDS} } }`;
const CANCEL = 'mutation($id: ID!) { cancelExport(id: $id) { userErrors { code } } }';
const LOOK_MS = [50, 100, 200, 500] as const;

async function started(api: ApiClient, question: Question, format: string): Promise<Exported> {
  const { startExport } = await api.data<Started>(START, {
    input: {
      document: question.document,
      variables: question.variables,
      operationName: question.operation,
      format: format.toUpperCase(),
    },
  });
  if (startExport.export) return startExport.export;
  const lines = startExport.userErrors.map(({ field, text, places }) =>
    field === 'variables' ? `variables: ${text.en}` : said(question.file, text.en, places),
  );
  throw new CommandError(EXIT.failed, lines.join('\n'));
}

/** Has the server write every row into a file, and watches it on standard error. Stopped, it calls the export off. */
export async function bulk(
  api: ApiClient,
  calling: () => ApiClient,
  question: Question,
  format: string,
  signal: AbortSignal,
): Promise<Exported & { downloadUrl: string }> {
  let told = await started(api, question, format);
  const progress = new Progress(process.stderr);
  try {
    for (let look = 0; told.state === 'RUNNING'; look += 1) {
      const { rows, expectedRows } = told;
      progress.show({ stage: 'writing', done: rows, unit: 'rows', share: expectedRows ? rows / expectedRows : 0 });
      await delay(LOOK_MS[Math.min(look, LOOK_MS.length - 1)], undefined, { signal });
      ({ export: told } = await api.data<{ export: Exported }>(LOOK, { id: told.id }));
    }
  } catch (error) {
    if (signal.aborted) await calling().data(CANCEL, { id: told.id });
    throw error;
  } finally {
    progress.end();
  }
  if (told.state === 'DONE' && told.downloadUrl !== null) return { ...told, downloadUrl: told.downloadUrl };
  const why =
    told.error?.text.en ?? `The export was ${told.state.toLowerCase()} by the server.\n  → Run the command again.`;
  throw new CommandError(EXIT.failed, why);
}
