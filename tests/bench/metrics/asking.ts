import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Point {
  bucket: string;
  value: number | null;
  numerator: number | null;
}
export interface Told {
  explain: { metric: string; servedBy: string }[];
  series: { key: { value: string | null }[]; points: Point[] }[];
}
export interface Question {
  metric: string;
  from: string;
  to: string;
  by: string | null;
}

const document = `query Metrics($metric: MetricId!, $period: PeriodInput!, $by: [Dimension!]) {
  metrics(metrics: [$metric], period: $period, grain: MONTH, by: $by, where: [{dimension: SHOP, in: ["bench"]}]) {
    dataVersion asOf truncatedSeries explain { metric servedBy reason { en zh } reads { relation rows } }
    series { metric { id unit } key { dimension value label { en zh } }
      points { bucket bucketEnd value numerator denominator sample interval { low high method } status suppressed approximate mature partial } } } }`;

/** One server with its times; its answers are kept in so many megabytes. */
export class Asker {
  readonly #child: ChildProcess;
  readonly #url: string;
  readonly #key: string;

  private constructor(child: ChildProcess, url: string, key: string) {
    this.#child = child;
    this.#url = url;
    this.#key = key;
  }

  static async open(databaseUrl: string, key: string, megabytes: number): Promise<Asker> {
    const child = fork(join(import.meta.dirname, 'server-process.ts'), [databaseUrl, String(megabytes)], {
      execArgv: ['--import', './bin/register.mjs'],
    });
    const [{ url }] = (await once(child, 'message')) as [{ url: string }];
    return new Asker(child, url, key);
  }

  /** The answer, and the milliseconds from asking to having all of its text. A refusal ends the bench. */
  async ask({ metric, from, to, by }: Question): Promise<{ told: Told; ms: number }> {
    const body = JSON.stringify({ query: document, variables: { metric, period: { from, to }, by: by ? [by] : [] } });
    const began = performance.now();
    const response = await fetch(new URL('/graphql', this.#url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#key}` },
      body,
    });
    const text = await response.text();
    const ms = performance.now() - began;
    const { data, errors } = JSON.parse(text) as { data?: { metrics: Told }; errors?: { message: string }[] };
    if (!data || errors)
      throw new Error(`${metric} ${from} to ${to} by ${by ?? 'nothing'}: ${errors?.[0]?.message ?? text}`);
    return { told: data.metrics, ms };
  }

  async times(): Promise<{ statements: number[]; estimates: number[] }> {
    this.#child.send('times');
    const [times] = (await once(this.#child, 'message')) as [{ statements: number[]; estimates: number[] }];
    this.#child.send('forget');
    return times;
  }

  async close(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.send('stop');
    await gone;
  }
}

export function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? Number.NaN;
}
