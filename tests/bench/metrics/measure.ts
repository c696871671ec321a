import type pg from 'pg';
import { quantile, type Asker, type Question } from './asking.ts';
import { rangesOf, type Served } from './questions.ts';
import { agree, byPlainSql, statementsOf, type Duck } from './rivals.ts';

export interface Measured extends Served {
  /** Milliseconds of the database for each question, in the order they were asked. */
  database: number[];
  databaseP95: number;
  apiP95: number;
  answers: number[];
}

/** Every question once, one after the other, with nothing remembered. */
export async function measure(asker: Asker, served: Served, ranges: number): Promise<Measured> {
  await asker.times();
  const answers: number[] = [];
  for (const question of rangesOf(served, ranges)) answers.push((await asker.ask(question)).ms);
  const { statements, estimates } = await asker.times();
  if (statements.length < answers.length)
    throw new Error(`${served.metric}: ${statements.length} statements for ${answers.length} answers`);
  // A figure is the statement and the estimate before it: both are the database's time.
  const all = statements.map((ms, index) => ms + (estimates[index] ?? 0));
  return {
    ...served,
    database: all,
    answers,
    databaseP95: quantile(all, 0.95),
    apiP95: quantile(answers, 0.95),
  };
}

export interface Against {
  metric: string;
  plain: number;
  duck: number | null;
}

/** Many-valued dimensions are cut by the lists of the order, which DuckDB's copy of the facts does not hold. */
const LISTS = new Set(['CATEGORY', 'MERCHANT', 'PAYMENT_METHOD', 'FAILURE']);

async function timed<T>(work: () => Promise<T>): Promise<{ found: T; ms: number }> {
  const began = performance.now();
  const found = await work();
  return { found, ms: performance.now() - began };
}

/** One question of a metric three ways; the figures must be the same. How many times longer the others take. */
async function compare(asker: Asker, pool: pg.Pool, duck: Duck, question: Question): Promise<Against> {
  await asker.times();
  const answers = [];
  for (let no = 0; no < 3; no += 1) answers.push((await asker.ask(question)).told);
  const { statements } = await asker.times();
  const own = quantile(statements, 0.5);
  let [plain, ducks] = [0, 0];
  const parts = statementsOf(question);
  for (const [index, statement] of parts.entries()) {
    const byPlain = await timed(() => byPlainSql(pool, statement));
    const byDuck = await timed(() => duck.figures(statement));
    const again = await timed(() => duck.figures(statement));
    plain += byPlain.ms;
    ducks += Math.min(byDuck.ms, again.ms);
    for (const [name, { found }] of Object.entries({ 'plain SQL': byPlain, DuckDB: byDuck })) {
      if (index === 0 && !agree(answers[0]!, found))
        throw new Error(`${name} has other figures: ${JSON.stringify(question)}`);
    }
  }
  return { metric: question.metric, plain: plain / own, duck: ducks / own };
}

/** Facts that DuckDB holds a copy of: orders, without their lists of codes. */
const isOfOrders = (question: Question): boolean =>
  statementsOf(question).every(
    (text) =>
      [...text.matchAll(/\bjourney\.(\w+)/g)].every(([, name]) => name === 'order_journey') &&
      !/\bj\.(failures|categories|merchants|payment_methods)\b/.test(text),
  );

/** The first questions of each metric that DuckDB can be asked too: the whole shop, and one cut where there is one; `few`: one of both, in turn. */
export function rivalQuestions(served: readonly Served[], few: boolean): Question[] {
  return served.flatMap((each, index) => {
    const asked = [...rangesOf(each, 50)].filter((one) => (!one.by || !LISTS.has(one.by)) && isOfOrders(one));
    const found = [asked.find(({ by }) => !by), asked.find(({ by }) => by)].flatMap((one) => one ?? []);
    return few ? found.slice(index % Math.max(1, found.length)).slice(0, 1) : found;
  });
}

export const rivalStatements = (questions: readonly Question[]): string[] => questions.flatMap(statementsOf);

export async function compareAll(
  asker: Asker,
  pool: pg.Pool,
  duck: Duck,
  questions: readonly Question[],
): Promise<Against[]> {
  const found: Against[] = [];
  for (const question of questions) found.push(await compare(asker, pool, duck, question));
  return found;
}

/** So many users, each asking once a second, each at its own moment of it; what they ask was asked before. A refusal took for ever. */
export async function crowd(
  asker: Asker,
  questions: readonly Question[],
  users: number,
  seconds: number,
): Promise<number[]> {
  for (const question of questions) await asker.ask(question);
  const took: number[] = [];
  const user = async (no: number): Promise<void> => {
    const first = performance.now() + (no * 1000) / users;
    for (let second = 0; second < seconds; second += 1) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, first + second * 1000 - performance.now())));
      const question = questions[(no * 31 + second * 7) % questions.length]!;
      took.push(
        await asker.ask(question).then(
          ({ ms }) => ms,
          () => Infinity,
        ),
      );
    }
  };
  await Promise.all(Array.from({ length: users }, (_, no) => user(no)));
  return took;
}
