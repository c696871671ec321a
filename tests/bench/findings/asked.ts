import {
  answerDrivers,
  answerEvidence,
  askedOf,
  closedLoop,
  contactEffect,
  customerValue,
  distinguishingWords,
  evidenceQuestions,
  fairnessOf,
  hurtCustomers,
  initiativeEffect,
  loadRuleSets,
  merchantStandings,
  peakOutlook,
  readInitiatives,
  ruleStandings,
  rulesOn,
  secondOrders,
  sentencesSaying,
  subjectsOf,
  toneOfTexts,
  valueAtStake,
  valueModel,
  type EvidenceId,
} from '@rapport/model/findings';
import type { Queryable } from '@rapport/model/schema';
import { HISTORY, SHOP } from '../metrics/orders.ts';

/** A finding as a page asks for it, and how many rows its answer stands on. */
export interface Asked {
  name: string;
  of: string;
  ask: (db: Queryable) => Promise<number>;
}

const dayAfter = (days: number): string =>
  new Date(Date.parse(HISTORY.from) + days * 86_400_000).toISOString().slice(0, 10);
const last = dayAfter(HISTORY.days - 1);
const all = { from: HISTORY.from, to: last };
const year = { from: dayAfter(HISTORY.days - 365), to: last };
const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

const worth: Asked[] = [
  ...(['LATE', 'DELAY', 'FAILURE', 'RECOVERY'] as const).map((cut) => ({
    name: `second orders, ${cut}`,
    of: 'first orders',
    ask: async (db: Queryable) =>
      sum((await secondOrders(db, { shop: SHOP, cut })).groups, ({ customers }) => customers),
  })),
  {
    name: 'customer value',
    of: 'customers',
    ask: async (db) => (await customerValue(db, { shop: SHOP })).customers,
  },
  {
    name: 'models alone',
    of: 'customers',
    ask: async (db) => (await valueModel(db, SHOP))?.buying.customers ?? 0,
  },
  {
    name: 'value at stake',
    of: 'orders',
    ask: async (db) => sum((await valueAtStake(db, { shop: SHOP })).failures, ({ orders }) => orders),
  },
  {
    name: 'recovery queue',
    of: 'customers',
    ask: async (db) => (await hurtCustomers(db, SHOP)).customers.length,
  },
  {
    name: 'recovery standing',
    of: 'cases',
    ask: async (db) => (await closedLoop(db, SHOP)).open + (await contactEffect(db, SHOP)).contacted.customers,
  },
];

const drivers: Asked[] = (['LOW_SCORE', 'COMPLAINT', 'NO_REPURCHASE'] as const).flatMap((outcome) =>
  ([
    ['all years', all],
    ['a year', year],
  ] as const).map(([days, period]) => ({
    name: `drivers, ${outcome}, ${days}`,
    of: 'orders',
    ask: async (db: Queryable) => (await answerDrivers(db, { shop: SHOP, outcome, period }, { role: 'analyst' })).orders,
  })),
); // prettier-ignore

const rules: Asked[] = loadRuleSets().flatMap((set) => [
  {
    name: `rules of ${set.id}`,
    of: 'rows',
    ask: async (db: Queryable) =>
      sum(
        await ruleStandings(db, set, { shop: SHOP, merchant: null, on: last, whatIf: null }, 'analyst'),
        ({ denominator }) => denominator,
      ),
  },
  ...rulesOn(set, last)
    .slice(0, 1)
    .map((rule) => ({
      name: `merchants, ${set.id} ${rule.id}`,
      of: 'merchants',
      ask: async (db: Queryable) => (await merchantStandings(db, rule, SHOP, last, 'analyst')).length,
    })),
]);

const lowScores = { shop: SHOP, maxScore: 2 };
const words: Asked[] = [
  {
    name: 'words of low scores',
    of: 'texts',
    ask: async (db) => {
      const { these, those } = await distinguishingWords(db, { texts: ['REVIEW'], these: lowScores, those: { shop: SHOP, minScore: 4 } }); // prettier-ignore
      return these.texts + those.texts;
    },
  },
  {
    name: 'words of a region, a year',
    of: 'texts',
    ask: async (db) => {
      const { these, those } = await distinguishingWords(db, { these: { shop: SHOP, period: year, where: [{ dimension: 'REGION', in: ['r1'] }] } }); // prettier-ignore
      return these.texts + those.texts;
    },
  },
  {
    name: 'topics and aspects',
    of: 'texts',
    ask: async (db) => (await subjectsOf(db, { these: { shop: SHOP } })).texts,
  },
  {
    name: 'topics, a year against before',
    of: 'texts',
    ask: async (db) =>
      (await subjectsOf(db, { these: { shop: SHOP, period: year }, those: { shop: SHOP, period: { from: HISTORY.from, to: dayAfter(HISTORY.days - 366) } } })).texts, // prettier-ignore
  },
  {
    name: 'tone',
    of: 'texts',
    ask: async (db) => sum((await toneOfTexts(db, { shop: SHOP }))?.kinds ?? [], ({ texts }) => texts),
  },
  {
    name: 'sentences of a topic',
    of: 'sentences',
    ask: async (db) => (await sentencesSaying(db, { slice: { shop: SHOP }, topic: 'late', first: 50 })).length,
  },
  {
    name: 'fair reviews, a year',
    of: 'reviews',
    ask: async (db) => (await fairnessOf(db, { shop: SHOP, period: year })).reviews,
  },
];

/** As the server does it: whole, and within what it lets a question read of facts. */
const readingOf = (db: Queryable) => ({
  db,
  access: { role: 'analyst' as const },
  bounds: { mostFactRows: 5_000_000 },
});

async function evidence(db: Queryable, id: EvidenceId): Promise<number> {
  const initiatives = await readInitiatives(db, { shop: SHOP });
  const asked = await askedOf(readingOf(db), { shop: SHOP, currency: 'CNY', initiatives });
  const { parts } = asked ? await answerEvidence(asked, id) : { parts: [] };
  return sum(parts, ({ these, those }) => (these?.denominator ?? 0) + (those?.denominator ?? 0));
}

const claims: Asked[] = (Object.keys(evidenceQuestions) as EvidenceId[]).map((id) => ({
  name: `evidence ${id}`,
  of: 'rows',
  ask: (db) => evidence(db, id),
}));

const programmes: Asked[] = ['next-day', 'chat', 'returns'].map((code) => ({
  name: `initiative ${code}`,
  of: 'rows',
  ask: async (db) => {
    const others = await readInitiatives(db, { shop: SHOP });
    const initiative = others.find((each) => each.code === code);
    if (!initiative) return 0;
    const { reached, controls } = await initiativeEffect(readingOf(db), { initiative, others });
    return sum([...reached, ...controls], ({ before, after }) => before.rows + (after?.rows ?? 0));
  },
}));

const peaks: Asked[] = [
  {
    name: 'forecast of the next peak',
    of: 'days',
    ask: async (db) => sum((await peakOutlook(db, { shop: SHOP }))?.measures ?? [], ({ days }) => days.length),
  },
];

/** Everything that is answered while somebody waits. */
export const findings: readonly Asked[] = [
  ...worth,
  ...drivers,
  ...rules,
  ...words,
  ...claims,
  ...programmes,
  ...peaks,
];
