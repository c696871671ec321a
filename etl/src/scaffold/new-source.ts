import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEtlConfig } from '../config.ts';
import { IngestError } from '../kit/errors/ingest-error.ts';
import type { FeedName } from '../kit/feeds/names.ts';
import { deliverable } from '../kit/files/names.ts';
import { readSource } from '../kit/source/read-source.ts';
import { withoutPacking } from '../kit/source/file-definition.ts';
import { sourceLibrary } from '../sources/library.ts';
import { marksOf, type Mark } from './marks.ts';
import { planFile, roleOf, type FilePlan } from './plan.ts';
import { copyPreset } from './preset.ts';
import { readSample, type Sample } from './sample/read-sample.ts';
import { planShop, type ShopWishes } from './shop.ts';
import { companions } from './write/companions.ts';
import { homeFeed, sqlText, type FeedPlan } from './write/feed-sql.ts';
import { yamlText } from './write/source-yaml.ts';

const TABLE = /\.(csv|tsv|tab|txt|json|jsonl|ndjson|xlsx)$/i;

export interface NewSourceOptions extends ShopWishes {
  name: string;
  /** A sample file, or a folder of them. */
  from?: string;
  /** The feed of the sample, where it is one file. */
  feed?: FeedName;
  /** A shipped form to be copied instead. */
  preset?: string;
}

export interface NewSource {
  name: string;
  folder: string;
  files: { file: string; role: string; feeds: string[]; format: string; encoding: string }[];
  marks: Mark[];
}

/** Writes a source folder of the shop's own; nothing that is there is ever written over. */
export async function newSource(options: NewSourceOptions): Promise<NewSource> {
  const folder = placeFor(options.name);
  try {
    if (options.preset !== undefined) copyPreset(options.preset, folder, options);
    else await scaffold(folder, options);
    return summary(options.name, folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true }); // made by us: there was none before
    throw error;
  }
}

function summary(name: string, folder: string): NewSource {
  const { files, feeds } = readSource(folder);
  return {
    name,
    folder,
    files: Object.entries(files).map(([role, { file, format, encoding }]) => ({
      file,
      role,
      feeds: feeds.filter(({ from }) => from === role).map(({ feed }) => feed),
      format,
      encoding,
    })),
    marks: marksOf(folder),
  };
}

function placeFor(name: string): string {
  const { sourcesDirectory } = readEtlConfig();
  const refused = (problem: string, remedy: string) => new IngestError('new_source', { name, problem, remedy });
  if (sourcesDirectory === null)
    throw refused(
      'there is no directory for sources of your own',
      'Name one in RAPPORT_SOURCES, in .env or in the environment; it is made if need be.',
    );
  if (!/^(?=.{1,32}$)[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name))
    throw refused('the name cannot be used', 'Take lower-case letters, digits and single _, at most 32.');
  if (sourceLibrary().shippedNames().includes(name))
    throw refused('a source shipped with Rapport has that name', 'Take another one.');
  const folder = join(sourcesDirectory, name);
  if (existsSync(folder))
    throw refused(
      'the folder is there already, and nothing is written over',
      'Take another name, or move the folder away.',
    );
  return folder;
}

async function scaffold(folder: string, options: NewSourceOptions): Promise<void> {
  const { name } = options;
  const files = await planFiles(options);
  const feeds = planFeeds(files);
  const shop = planShop(name, options, files);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'source.yaml'), yamlText(shop, files, feeds));
  for (const feed of feeds) writeFileSync(join(folder, `${feed.feed}.sql`), sqlText(name, feed));
}

async function planFiles({ name, from, feed }: NewSourceOptions): Promise<FilePlan[]> {
  if (from === undefined || !existsSync(from))
    throw new IngestError('new_source', {
      name,
      problem: from === undefined ? 'there is no sample' : `${from} is not there`,
      remedy: 'Pass a sample file or a folder of them with --from, or --preset.',
    });
  const paths = statSync(from).isDirectory()
    ? deliverable(readdirSync(from))
        .filter((file) => TABLE.test(withoutPacking(file)))
        .map((file) => join(from, file))
    : [from];
  if (paths.length === 0)
    throw new IngestError('new_source', {
      name,
      problem: `${from} holds no file that could be a table`,
      remedy: 'CSV, TSV, JSON, NDJSON and XLSX are read, packed or not.',
    });
  const samples = together(await Promise.all(paths.map(readSample)));
  const taken = new Set<string>();
  return samples.map(({ sample, pattern }) => {
    const found = planFile(sample, '', samples.length === 1 ? (feed ?? null) : null);
    const role = roleOf(sample.name, found.feed, taken);
    taken.add(role);
    return { ...found, role, pattern };
  });
}

/** Files with the same columns are deliveries of one kind: orders-2025-01.csv, orders-2025-02.csv. */
function together(samples: readonly Sample[]): { sample: Sample; pattern: string }[] {
  const likes = Map.groupBy(samples, ({ format, columns }) =>
    [format, ...columns.map(({ title }) => title)].join('\u001f'),
  );
  return [...likes.values()].map(([first, ...others]) => {
    if (!first) throw new Error('a group of samples without a sample');
    const all = [first, ...others];
    const sample = {
      ...first,
      records: all.reduce((sum, { records }) => sum + records, 0),
      columns: first.columns.map((column, at) => ({
        ...column,
        values: all.flatMap(({ columns }) => columns[at]?.values ?? []),
      })),
    };
    return { sample, pattern: others.length === 0 ? first.name : patternOf([first, ...others].map((one) => one.name)) };
  });
}

function patternOf(names: readonly string[]): string {
  const [first = ''] = names;
  let from = 0;
  while (from < first.length && names.every((name) => name[from] === first[from])) from++;
  let end = 0;
  while (
    end < first.length - from &&
    names.every((name) => name.length - end > from && name.at(-1 - end) === first.at(-1 - end))
  )
    end++;
  return `${first.slice(0, from)}*${end === 0 ? '' : first.slice(-end)}`;
}

/** Each feed has one home; a second file that looks like it is only declared. */
function planFeeds(files: readonly FilePlan[]): FeedPlan[] {
  const homes = new Map<FeedName, FilePlan>();
  for (const file of files) if (file.feed && !homes.has(file.feed)) homes.set(file.feed, file);
  const made = new Map<FeedName, FeedPlan>();
  for (const [feed, file] of homes) made.set(feed, homeFeed(file, feed));
  for (const file of homes.values()) {
    for (const part of companions(file, new Set(made.keys()))) made.set(part.feed, part);
  }
  return [...made.values()];
}
