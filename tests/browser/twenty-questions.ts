import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askFor, type DemoHouse } from '../testkit/demo-house.ts';
import type { AskedFigures } from './asked-figures.ts';
import type { OpenBrowser } from './chromium.ts';
import { readable } from './expected-text.ts';
import { painted, readFigures, type Marked } from './reader.ts';
import { Visit } from './visit.ts';

export interface Asking {
  house: DemoHouse;
  chromium: OpenBrowser;
  asked: AskedFigures;
}

interface Placed {
  getBoundingClientRect(): { top: number };
}

/** A morning's reader: starts at the Overview, and every click is counted. */
class Morning {
  clicks = 0;
  constructor(readonly visit: Visit) {}

  get page(): Page {
    return this.visit.page;
  }

  async begin(): Promise<void> {
    await this.visit.open('/');
    this.clicks = 0;
  }

  async click(what: Locator): Promise<void> {
    await what.click();
    this.clicks += 1;
  }

  /** A question of the Overview is a link to its answer. */
  async ask(key: string): Promise<void> {
    const before = this.page.url();
    await this.click(this.page.locator(`[data-question="${key}"]`));
    await this.page.waitForURL((url) => url.href !== before);
    await painted(this.page);
  }

  card = (id: string): Locator => this.page.locator(`section#${id}`);
}

type Check = (morning: Morning, asking: Asking) => Promise<void>;

/** The figures inside a part of the page are what GraphQL answers to the question each claims to answer. */
async function figuresOf(part: Locator, { asked }: Asking, least = 1): Promise<void> {
  await part.locator('[data-metric][data-value]').first().waitFor();
  const seen = await readFigures(part);
  expect(seen.length).toBeGreaterThanOrEqual(least);
  const expected = await Promise.all(seen.map((figure) => asked.asPainted(figure, 'en')));
  expect(seen.map(({ metric, value, key }) => [metric, key, value])).toEqual(
    expected.map(({ metric, value, key }) => [metric, key, value]),
  );
  const written = (figures: typeof seen) => figures.flatMap(({ text }) => (text === null ? [] : [readable(text)]));
  expect(written(seen)).toEqual(written(expected));
}

const topOf = (card: Locator): Promise<number> =>
  card.evaluate((element) => (element as unknown as Placed).getBoundingClientRect().top);

/** The card is on the screen, not somewhere below. */
async function inView(card: Locator): Promise<void> {
  await expect.poll(() => topOf(card)).toBeLessThan(700);
}

const opensCard =
  (key: string, id: string, least?: number): Check =>
  async (morning, asking) => {
    await morning.ask(key);
    await inView(morning.card(id));
    await figuresOf(morning.card(id), asking, least);
  };

const opensFigure =
  (key: string, metric: string): Check =>
  async (morning, asking) => {
    await morning.ask(key);
    const figure = morning.page.locator('article', { has: morning.page.locator(`[data-metric="${metric}"]`) });
    await figuresOf(figure.first(), asking);
  };

const demo = '{ dimension: SHOP, in: ["demo"] }';
const key = (asking: Asking) => asking.house.key('analyst');

/** Each finding's change against what it is compared with, and its verdict, as GraphQL answers. */
const findings =
  (question: string, compare: string): Check =>
  async (morning, asking) => {
    await morning.ask(question);
    const rows = morning.card('changes').locator('[data-finding]');
    await rows.first().waitFor();
    const address = new URL(morning.page.url()).searchParams;
    type Seen = { metric: string; change: string; verdict: string; from: string; to: string; compared: string };
    const seen = await rows.evaluateAll((elements) =>
      (elements as unknown as Marked[]).map((element): Seen => {
        const read = (name: string): string => element.getAttribute(`data-${name}`) ?? '';
        return {
          metric: read('metric'),
          change: read('change'),
          verdict: read('finding'),
          from: read('bucket'),
          to: read('bucket-end'),
          compared: read('compared'),
        };
      }),
    );
    const whole = seen.filter(({ from }) => from === (address.get('from') ?? seen[0]?.from));
    expect(whole.length).toBeGreaterThan(3);
    type Compared = { change: number; verdict: string; period: { from: string } };
    type Answer = {
      metrics: { series: { metric: { id: string }; points: { comparisons: Compared[] }[] }[] };
    };
    const [first] = whole;
    const query = `{ metrics(metrics: [${[...new Set(whole.map(({ metric }) => metric))].join(', ')}], period: { from: "${first?.from}", to: "${first?.to}" }, where: [${demo}], ${compare}) { series { metric { id } points { comparisons { change verdict period { from } } } } } }`;
    const { series } = (await askFor<Answer>(asking.house.url, await key(asking), query)).metrics;
    for (const each of whole) {
      const told = series.find(({ metric }) => metric.id === each.metric)?.points[0]?.comparisons[0];
      expect([each.metric, Number(each.change), each.verdict, each.compared]).toEqual([
        each.metric,
        told?.change,
        told?.verdict,
        told?.period.from,
      ]);
    }
  };

const overdue: Check = async (morning, asking) => {
  await morning.ask('overdue');
  const cells = morning.card('overdue').locator('[data-overdue="month"]');
  await cells.first().waitFor();
  await inView(morning.card('overdue'));
  const seen = await cells.evaluateAll((all) =>
    (all as unknown as Marked[]).map((cell) => [cell.getAttribute('data-carrier') ?? '', cell.textContent ?? '']),
  );
  type Late = { metrics: { series: { key: { value: string | null }[]; points: { denominator: number }[] }[] } };
  const query = `{ metrics(metrics: [PROMISE_KEPT_RATE], period: { from: "2026-10-02", to: "2026-10-24" }, by: [CARRIER], where: [${demo}, { dimension: DELAY_BUCKET, in: ["not_delivered"] }]) { series { key { value } points { denominator } } } }`;
  const { series } = (await askFor<Late>(asking.house.url, await key(asking), query)).metrics;
  expect(series.length).toBeGreaterThan(0);
  for (const each of series) {
    const told = seen.find(([carrier]) => carrier === (each.key[0]?.value ?? ''));
    expect(told?.[1]).toBe(String(each.points[0]?.denominator));
  }
};

const growing: Check = async (morning, asking) => {
  await morning.ask('growing');
  const panel = morning.card('growing').getByTestId('what-changed');
  await panel.getByText('Whole change').waitFor();
  await inView(morning.card('growing'));
  const whole = await panel.locator('li', { hasText: 'Whole change' }).locator('b').textContent();
  type Answer = { metrics: { series: { points: { comparisons: { change: number }[] }[] }[] } };
  const figure = morning.page.locator('article [data-metric="COMPLAINTS"]').first();
  const [from, to] = [await figure.getAttribute('data-bucket'), await figure.getAttribute('data-bucket-end')];
  const query = `{ metrics(metrics: [COMPLAINTS], period: { from: "${from}", to: "${to}" }, where: [${demo}], compare: [PREVIOUS_PERIOD]) { series { points { comparisons { change } } } } }`;
  const { series } = (await askFor<Answer>(asking.house.url, await key(asking), query)).metrics;
  const change = series[0]?.points[0]?.comparisons[0]?.change ?? Number.NaN;
  expect(readable(whole ?? '').replace('−', '-')).toBe(`${change > 0 ? '+' : ''}${change}`);
};

const failed: Check = async (morning, asking) => {
  await morning.ask('failed');
  const rows = morning.card('failed').locator('[data-failed]');
  await rows.first().waitFor();
  const seen = await rows.evaluateAll((all) =>
    (all as unknown as Marked[]).map((row) => row.getAttribute('data-failed') ?? ''),
  );
  type Answer = { customers: { nodes: { id: string; promisesKept: number; promisesDue: number }[] } };
  const query =
    '{ customers(first: 10, where: { shop: "demo", minOrders: 3, minMissed: 1 }, orderBy: { field: PAID, direction: DESC }) { nodes { id promisesKept promisesDue } } }';
  const { nodes } = (await askFor<Answer>(asking.house.url, await key(asking), query)).customers;
  expect(seen).toEqual(nodes.map(({ id }) => id));
  expect(nodes.every(({ promisesKept, promisesDue }) => promisesKept < promisesDue)).toBe(true);
};

const fresh: Check = async (morning, asking) => {
  await morning.ask('fresh');
  type Answer = { dataHealth: { feeds: { shop: string }[] } };
  const { dataHealth } = await askFor<Answer>(asking.house.url, await key(asking), '{ dataHealth { feeds { shop } } }');
  const of = dataHealth.feeds.filter(({ shop }) => shop === 'demo').length;
  expect(await morning.page.getByTestId('answer').textContent()).toMatch(/31 Oct/);
  expect(await morning.page.getByTestId('feed').count()).toBe(of);
};

const meaning: Check = async (morning, asking) => {
  await morning.click(morning.page.locator('button[data-metric="PROMISE_KEPT_RATE"]'));
  type Answer = { metricCatalog: { id: string; description: { en: string } }[] };
  const query = '{ metricCatalog(area: PROMISE) { id description { en } } }';
  const { metricCatalog } = await askFor<Answer>(asking.house.url, await key(asking), query);
  const told = metricCatalog.find(({ id }) => id === 'PROMISE_KEPT_RATE')?.description.en ?? 'nothing';
  await expect.poll(() => morning.page.getByRole('dialog').textContent()).toContain(told);
};

const QUESTIONS: readonly [string, Check][] = [
  ['what worsened beyond noise since last month', findings('month', 'compare: [PREVIOUS_PERIOD]')],
  ['and since last year, weekday by weekday', findings('year', 'compare: [SAME_WEEKDAYS_LAST_YEAR]')],
  ['11.11 against the last 11.11', findings('sale', 'compare: [SAME_DAYS_OF_EVENT], events: ["DOUBLE_11"]')],
  ['which carrier × region breaks promises', opensCard('lanes', 'lanes', 6)],
  ['what is overdue now', overdue],
  ['which complaints are growing and why', growing],
  ['are complaints closed on time', opensFigure('closed', 'COMPLAINT_CLOSURE_IN_TIME_RATE')],
  ['do late parcels cost us second orders', opensCard('late', 'delay', 3)],
  ['is loyalty rising', opensFigure('loyal', 'LOYAL_CUSTOMER_SHARE')],
  ['which cohort repurchases best', opensCard('cohort', 'cohorts', 6)],
  ['who are the high-value customers we failed', failed],
  ['which channel misses its SLA and at what hour', opensCard('channel', 'hours', 20)],
  ['does the bot help', opensCard('bot', 'bot', 3)],
  ['which products are "not as described"', opensCard('described', 'described', 3)],
  ['which merchants are at risk', opensCard('merchants', 'merchants', 5)],
  ['how fast are bad reviews answered', opensCard('replies', 'asked', 3)],
  ['what do refunds and compensation cost', opensCard('cost', 'cost', 3)],
  ['is NPS really up', opensFigure('nps', 'NPS')],
  ['is the data fresh and complete', fresh],
  ['what does this metric mean', meaning],
];

/** Twenty questions of a morning, each from the Overview, its figure against GraphQL's. */
export function twentyQuestions(asking: () => Asking): void {
  describe('the twenty questions of a morning', () => {
    let morning: Morning;
    const counted: number[] = [];
    beforeAll(async () => {
      const { chromium, house } = asking();
      const look = { lang: 'en', theme: 'light', width: 1440 } as const;
      morning = new Morning(await Visit.begin(chromium.browser, house.url, await house.signInLink('analyst'), look));
    });
    afterAll(() => morning.visit.context.close());

    it.each(QUESTIONS)('%s', async (_, check) => {
      await morning.begin();
      await check(morning, asking());
      counted.push(morning.clicks);
      expect(morning.visit.complaints).toEqual([]);
    });

    it('take two clicks at the median, and none more than three', () => {
      expect(counted).toHaveLength(QUESTIONS.length);
      const sorted = counted.toSorted((a, b) => a - b);
      expect(sorted[sorted.length / 2]).toBeLessThanOrEqual(2);
      expect(sorted.at(-1)).toBeLessThanOrEqual(3);
    });
  });
}
