import { createWriteStream, existsSync } from 'node:fs';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { runAction, type Run } from '../../cli/action.ts';
import { CommandError, EXIT } from '../../cli/failures.ts';
import { readServing } from '../../cli/serving.ts';
import { INTERRUPTED } from '../../cli/stop.ts';
import { ApiClient, said } from './api-client.ts';
import { bulk } from './bulk.ts';
import { questionOf, type Question } from './question.ts';

const FORMATS = ['json', 'csv', 'ndjson', 'xlsx', 'parquet'] as const;
type Format = (typeof FORMATS)[number];

interface Options {
  variables?: string;
  operation?: string;
  format?: Format;
  output?: string;
  url?: string;
}

function formatOf({ format, output }: Options): Format {
  const ending = /\.(\w+)$/.exec(output ?? '')?.[1]?.toLowerCase();
  return format ?? FORMATS.find((known) => known === ending) ?? 'json';
}

async function addressOf({ config }: Run, { url }: Options): Promise<{ url: string; key: string }> {
  const at = url ?? config.api.url ?? (await readServing(config.home))?.url;
  if (at === undefined)
    throw new CommandError(
      EXIT.usage,
      'Nothing says where the API is.\n  → Set RAPPORT_URL, or add --url http://127.0.0.1:4000.',
    );
  if (!/^https?:\/\//.test(at) || !URL.canParse(at))
    throw new CommandError(
      EXIT.usage,
      `--url is no address of an API: ${at.slice(0, 60)}\n  → Write it as http://127.0.0.1:4000.`,
    );
  if (config.api.key === null)
    throw new CommandError(
      EXIT.usage,
      'Nothing says who asks.\n  → Set RAPPORT_KEY to a key from "npm run rapport -- key create --role analyst".',
    );
  return { url: at, key: config.api.key };
}

const taken = (path: string): CommandError =>
  new CommandError(EXIT.usage, `${path} exists already.\n  → Choose another file; nothing was overwritten.`);

/** A reader who has seen enough, as `head` has, is no failure. */
async function print(from: Readable): Promise<void> {
  try {
    for await (const part of from) if (!process.stdout.write(part as Buffer)) await once(process.stdout, 'drain');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

/** Standard output, or a file that is not there yet. */
async function save(from: Readable, path: string | undefined): Promise<void> {
  if (path === undefined) return print(from);
  try {
    await pipeline(from, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw taken(path);
    // A part of an answer could be taken for all of it.
    await rm(path, { force: true });
    throw error;
  }
}

/** The answer as the API gives it: one page, as the document asks. */
async function asJson(api: ApiClient, question: Question, path: string | undefined): Promise<void> {
  const { data, errors } = await api.answer(question.document, JSON.parse(question.variables), question.operation);
  if (errors && errors.length > 0)
    throw new CommandError(
      EXIT.failed,
      errors
        .map(({ message, locations, path: at }) =>
          said(question.file, at ? `${message} (at ${at.join('.')})` : message, locations),
        )
        .join('\n'),
    );
  await save(Readable.from([Buffer.from(`${JSON.stringify(data, null, 2)}\n`)]), path);
}

async function run(job: Run, file: string, options: Options): Promise<number | void> {
  const { config, stop } = job;
  const { url, key } = await addressOf(job, options);
  const question = await questionOf(config, file, options);
  const format = formatOf(options);
  const path = options.output === undefined ? undefined : config.fromUser(options.output);
  if (path === undefined && process.stdout.isTTY && (format === 'xlsx' || format === 'parquet'))
    throw new CommandError(EXIT.usage, `${format} is not for a terminal.\n  → Add --output file.${format}.`);
  if (path !== undefined && existsSync(path)) throw taken(path);
  if (path !== undefined && !existsSync(dirname(path)))
    throw new CommandError(EXIT.usage, `${dirname(path)} is not there.\n  → Make this folder, or name another file.`);
  const api = new ApiClient(url, key, stop.signal);
  try {
    if (format === 'json') return await asJson(api, question, path);
    // Calling off must still go through when this command is being stopped.
    const calling = (): ApiClient => new ApiClient(url, key, AbortSignal.timeout(5_000));
    const made = await bulk(api, calling, question, format, stop.signal);
    const response = await api.fetch(made.downloadUrl);
    if (!response.ok || !response.body)
      throw new CommandError(
        EXIT.failed,
        `The file could not be fetched: the API answered ${response.status}.\n  → Run the command again.`,
      );
    await save(Readable.fromWeb(response.body as never), path);
    process.stderr.write(
      `${made.rows.toLocaleString('en-US')} rows, ${made.bytes.toLocaleString('en-US')} bytes${path === undefined ? '' : ` in ${options.output}`}\n`,
    );
  } catch (error) {
    if (stop.signal.aborted) return INTERRUPTED;
    throw error;
  }
}

export function queryCommand(program: Command): void {
  program
    .command('query')
    .description('Ask a running API a question from a file, and keep the answer: every row of a list, or JSON.')
    .argument('<file>', 'a GraphQL document; - reads standard input')
    .option('--variables <json>', 'a JSON object, or @file.json')
    .option('--operation <name>', 'which operation of the document, where it has several')
    .addOption(new Option('--format <format>', 'by the ending of --output where absent, else json').choices(FORMATS))
    .option('--output <file>', 'file to create; without it standard output')
    .option('--url <url>', 'where the API is; RAPPORT_URL, or where this home is served')
    .addHelpText(
      'after',
      `
json is the answer as the API gives it, one page. Every other format follows the list to its end, whatever its first: the server
writes all rows from one published state, under the rights of the key. Rows are the nodes of the list; of figures a row is a point.
The key comes from RAPPORT_KEY. Errors name file, line and column. Exit codes: 0 done · 1 refused or failed · 2 wrong input · 130 interrupted.

Examples:
  npm run --silent rapport -- query docs/examples/orders.graphql --output orders.csv
  npm run --silent rapport -- query late.graphql --variables '{"days": 30}' --format ndjson | jq .id`,
    )
    .action((file: string, options: Options) => runAction(false, (job) => run(job, file, options)));
}
