import { badCursor, decodeCursor, encodeCursor } from '../graphql/page.ts';

/** The order of entities that are numbered as they come, the latest first, and how to continue behind one of them. */
export class LatestFirst {
  readonly #order: string;

  constructor(list: string) {
    this.#order = `${list} DESC`;
  }

  cursor(number: number): string {
    return encodeCursor(this.#order, [number]);
  }

  /** What the numbers behind the cursor are; without a cursor all of them. */
  behind(after: string | null | undefined): { $lt: number } | undefined {
    const keys = decodeCursor(after, this.#order, 1);
    if (!keys) return undefined;
    const number = keys[0];
    if (!Number.isSafeInteger(number)) throw badCursor();
    return { $lt: Number(number) };
  }
}

type Given<Filter> = { [Field in keyof Filter]?: NonNullable<Filter[Field]> };

/** The conditions the client named: to the ORM, null and undefined would be conditions too. */
export function given<Filter extends object>(filter: Filter): Given<Filter> {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== null && value !== undefined),
  ) as Given<Filter>;
}
