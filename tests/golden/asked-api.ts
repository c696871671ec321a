import { createApiKey, startApi, type RunningApi } from '@rapport/api';
import type { TestDatabase } from '../testkit/index.ts';

export type Figure = [numerator: number | null, denominator: number | null, value: number | null];
export const share = (part: number, whole: number): Figure => [part, whole, part / whole];

interface Answer {
  metrics: {
    series: {
      metric: { id: string };
      key: { value: string | null }[];
      points: { value: number | null; numerator: number | null; denominator: number | null }[];
    }[];
  };
}

/** The API over a database, asked by an analyst. */
export class AskedApi {
  private constructor(
    private readonly api: RunningApi,
    private readonly key: string,
  ) {}

  static async over({ url, pool }: TestDatabase): Promise<AskedApi> {
    const api = await startApi({ databaseUrl: url, port: 0, log: () => {} });
    const { key } = await createApiKey(pool, { role: 'analyst', label: 'reference figures' });
    return new AskedApi(api, key);
  }

  async ask<Data>(query: string): Promise<Data> {
    const response = await fetch(new URL('/graphql', this.api.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.key}` },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Figures by `METRIC` or `METRIC slice`. */
  readonly figures = async (
    metrics: string[],
    from: string,
    to: string,
    more = '',
  ): Promise<Record<string, Figure>> => {
    const { metrics: answer } = await this.ask<Answer>(
      `{ metrics(metrics: [${metrics.join(' ')}], period: { from: "${from}", to: "${to}" } ${more}) {
        series { metric { id } key { value } points { value numerator denominator } } } }`,
    );
    return Object.fromEntries(
      answer.series.map(({ metric, key: slice, points: [point] }): [string, Figure] => [
        [metric.id, ...slice.map(({ value }) => value)].join(' '),
        [point?.numerator ?? null, point?.denominator ?? null, point?.value ?? null],
      ]),
    );
  };

  close(): Promise<void> {
    return this.api.close();
  }
}
