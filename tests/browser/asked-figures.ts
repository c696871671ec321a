import { askFor } from '../testkit/demo-house.ts';
import { expectedText, type Head } from './expected-text.ts';
import type { PaintedFigure } from './reader.ts';

interface AskedFigure {
  value: number | null;
  head: Head;
}

interface Answer {
  metrics: { series: { metric: Head & { id: string }; points: { value: number | null }[] }[] };
}

/** Asks the API, as a program would, the question each painted figure claims to answer; equal questions once. */
export class AskedFigures {
  private readonly known = new Map<string, Promise<AskedFigure>>();
  /** A page holds more figures than the API answers at once: each question waits for the one before it in its queue. */
  private readonly queues: Promise<unknown>[] = Array.from({ length: 6 }, () => Promise.resolve());

  constructor(
    private readonly url: string,
    private readonly apiKey: string,
  ) {}

  /** The same figure as it should be painted. */
  async asPainted(figure: PaintedFigure, lang: 'en' | 'zh'): Promise<PaintedFigure> {
    const { value, head } = await this.of(figure);
    return { ...figure, value, text: figure.text === null ? null : expectedText(value, head, lang) };
  }

  private of(figure: PaintedFigure): Promise<AskedFigure> {
    const id = `${figure.metric} ${figure.from} ${figure.to} ${figure.key}`;
    const known = this.known.get(id) ?? this.inTurn(figure);
    this.known.set(id, known);
    return known;
  }

  private inTurn(figure: PaintedFigure): Promise<AskedFigure> {
    const queue = this.known.size % this.queues.length;
    const asked = (this.queues[queue] ?? Promise.resolve()).then(() => this.ask(figure));
    this.queues[queue] = asked.catch(() => undefined);
    return asked;
  }

  private async ask({ metric, from, to, key }: PaintedFigure): Promise<AskedFigure> {
    const slices = key === '' ? [] : key.split('&').map((part) => part.split('=') as [string, string]);
    const where = [['SHOP', 'demo'] as const, ...slices].map(
      ([dimension, value]) => `{ dimension: ${dimension}, in: ["${value}"] }`,
    );
    const query = `{ metrics(metrics: [${metric}], period: { from: "${from}", to: "${to}" }, where: [${where.join(', ')}]) { series { metric { id unit decimals currency } points { value } } } }`;
    const [series] = (await askFor<Answer>(this.url, this.apiKey, query)).metrics.series;
    if (!series) throw new Error(`GraphQL has no figure for ${metric} ${from}…${to} ${key}.`);
    return { value: series.points[0]?.value ?? null, head: series.metric };
  }
}
