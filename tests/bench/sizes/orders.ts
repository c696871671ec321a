import { parseArgs } from 'node:util';

export interface AskedSizes {
  /** How this bench is started. */
  usage: string;
  least: number;
  otherwise: readonly number[];
  /** How many sizes it takes. */
  most?: number;
}

function read({ least, otherwise, most }: AskedSizes, args: readonly string[]): number[] {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { orders: { type: 'string', multiple: true } },
  });
  const given = [...(values.orders ?? []), ...positionals].flatMap((text) => text.split(','));
  if (given.length === 0) return [...otherwise];
  const sizes = given.map((text) => (/^\d+$/.test(text) ? Number(text) : Number.NaN));
  const wrong = given.find((_, at) => !((sizes[at] ?? 0) >= least));
  if (wrong !== undefined)
    throw new TypeError(
      `"${wrong}" is no number of orders: a whole number of ${least.toLocaleString('en')} or more is.`,
    );
  if (most !== undefined && sizes.length > most) throw new TypeError(`It takes ${most} size, not ${sizes.length}.`);
  return sizes;
}

/** Sizes as `--orders N`, or as plain numbers; what cannot be read ends the bench with one line and what it takes. */
export function ordersAsked(asked: AskedSizes, args: readonly string[] = process.argv.slice(2)): number[] {
  try {
    return read(asked, args);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\nUsage: ${asked.usage}\n`);
    return process.exit(2);
  }
}
