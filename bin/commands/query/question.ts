import { readFile } from 'node:fs/promises';
import type { Config } from '../../config.ts';
import { CommandError, EXIT } from '../../cli/failures.ts';

/** What is asked: a document, and what it is asked with. */
export interface Question {
  /** As the user named it, for messages. */
  file: string;
  document: string;
  /** A JSON object. */
  variables: string;
  operation: string | undefined;
}

async function everything(stream: NodeJS.ReadStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** A read that fails does not say of which file (a folder opens, and has nothing to read). */
async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw Object.assign(error as Error, { path });
  }
}

/** Variables are a JSON object, or @ and the file that holds one. */
async function variablesOf(config: Config, given: string | undefined): Promise<string> {
  if (given === undefined) return '{}';
  const text = given.startsWith('@') ? await textOf(config.fromUser(given.slice(1))) : given;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return text;
  } catch {
    // told below, in words that help
  }
  throw new CommandError(
    EXIT.usage,
    `--variables is no JSON object: ${text.slice(0, 60)}\n  → Write --variables '{"first": 10}', or --variables @file.json.`,
  );
}

export async function questionOf(
  config: Config,
  file: string,
  options: { variables?: string; operation?: string },
): Promise<Question> {
  const document = file === '-' ? await everything(process.stdin) : await textOf(config.fromUser(file));
  return {
    file: file === '-' ? '<stdin>' : file,
    document,
    variables: await variablesOf(config, options.variables),
    operation: options.operation,
  };
}
