export interface BoundSql {
  sql: string;
  params: unknown[];
}

/** Collects conditions and their bound values, so that no value is ever written into the text of a statement. */
export class Conditions {
  readonly values: unknown[] = [];
  readonly #parts: string[] = [];

  /** A placeholder for the value. */
  bind(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  and(condition: string): this {
    this.#parts.push(`(${condition})`);
    return this;
  }

  /** Adds `condition(placeholder)` only where the client gave a value. */
  given<T>(value: T | null | undefined, condition: (placeholder: string, value: T) => string): this {
    return value === null || value === undefined ? this : this.and(condition(this.bind(value), value));
  }

  /** Takes over a condition that numbers its own placeholders from $1. */
  merge(other: BoundSql): this {
    const before = this.values.length;
    this.values.push(...other.params);
    return this.and(other.sql.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + before}`));
  }

  get sql(): string {
    return this.#parts.length === 0 ? 'true' : this.#parts.join(' and ');
  }
}
