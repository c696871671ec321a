/** Messages of the Singer specification: what a tap writes and a target reads. */
export type Message =
  | { type: 'SCHEMA'; stream: string; schema: { properties: Record<string, unknown> }; key_properties: string[] }
  | { type: 'RECORD'; stream: string; record: Record<string, unknown>; version?: number }
  | { type: 'ACTIVATE_VERSION'; stream: string; version: number }
  | { type: 'STATE'; value: unknown };

export interface SingerStream {
  keys: string[];
  properties: string[];
  /** A version was activated: the records of it are the whole stream. */
  isWhole: boolean;
  /** The file to be delivered, in the order of the messages. */
  ndjson: string;
}

/**
 * The streams of a tap's output as files that a source can read: one of JSON lines a stream. Of a stream with versions only the
 * records of the activated one count, and they are a snapshot; without versions they are what is new or changed.
 */
export function singerFiles(lines: readonly string[]): Map<string, SingerStream> {
  const schemas = new Map<string, Extract<Message, { type: 'SCHEMA' }>[]>();
  const records = new Map<string, Extract<Message, { type: 'RECORD' }>[]>();
  const activated = new Map<string, number>();
  for (const [at, line] of lines.entries()) {
    const message = parsed(line, at + 1);
    if (message.type === 'SCHEMA') schemas.set(message.stream, [...(schemas.get(message.stream) ?? []), message]);
    if (message.type === 'ACTIVATE_VERSION') activated.set(message.stream, message.version);
    if (message.type !== 'RECORD') continue;
    if (!schemas.has(message.stream))
      throw new Error(`line ${at + 1}: a record of "${message.stream}" before its schema`);
    records.set(message.stream, [...(records.get(message.stream) ?? []), message]);
  }
  return new Map(
    [...schemas].map(([stream, known]) => {
      const version = activated.get(stream);
      const kept = (records.get(stream) ?? []).filter((one) => version === undefined || one.version === version);
      const properties = [...new Set(known.flatMap(({ schema }) => Object.keys(schema.properties)))];
      const ndjson = kept.map(({ record }) => `${JSON.stringify(record)}\n`).join('');
      return [stream, { keys: known.at(-1)?.key_properties ?? [], properties, isWhole: version !== undefined, ndjson }];
    }),
  );
}

const types = new Set(['SCHEMA', 'RECORD', 'ACTIVATE_VERSION', 'STATE']);

function parsed(line: string, number: number): Message {
  let message: Partial<Message>;
  try {
    message = JSON.parse(line) as Partial<Message>;
  } catch {
    throw new Error(`line ${number} is no JSON`);
  }
  if (!types.has(message.type ?? '')) throw new Error(`line ${number} has no type that Singer knows`);
  return message as Message;
}
