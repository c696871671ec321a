import type { Queryable } from '../../schema/index.ts';
import { fitBgNbd, fitGammaGamma, foreseen, type BgNbdFit } from '../../statistics/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';
import { readShopDays } from '../second-orders/observe.ts';
import { holdOutStart } from './diagnostics.ts';
import { readHistories, type Histories, type HistoryGroup } from './read.ts';
import type { ValueModel } from './types.ts';

const FEWEST_DAYS = 180;
const FEWEST_REPEATERS = 100;

export const refusals = {
  NO_ORDERS: { en: 'This shop has no orders yet.', zh: '该店铺还没有订单。' },
  TOO_YOUNG: {
    en: `The orders go back fewer than ${FEWEST_DAYS} days: how customers come and stay away cannot be learned from so few. Come back later.`,
    zh: `订单历史不足 ${FEWEST_DAYS} 天，尚不足以学习顾客的来去规律，请过些时候再看。`,
  },
  TOO_FEW: {
    en: `Fewer than ${FEWEST_REPEATERS} customers have come back: the models would describe chance. Repurchase shows the shares that are known.`,
    zh: `回购顾客不足 ${FEWEST_REPEATERS} 位，模型只会拟合偶然。已知的占比请看复购页面。`,
  },
  NO_FIT: {
    en: 'The models found no parameters that describe these customers. The shares on Repurchase hold without them.',
    zh: '模型未能找到可描述这些顾客的参数。复购页面的占比不依赖模型，仍然成立。',
  },
} as const satisfies Record<string, LocalizedText>;

/** Rates that are measured in days of thousands of years, or chances that are none, mean that the data do not tell them apart. */
const sound = ({ r, alpha, a, b, converged }: BgNbdFit): boolean =>
  converged && [r, alpha, a, b].every((each) => each > 1e-4 && each < 1e9);

/** Whether customers leave after any order or only after a repeat one: what foretells the held-out days better is taken. */
function foretells(then: readonly HistoryGroup[], days: number): BgNbdFit | null {
  const came = then.reduce((sum, { later }) => sum + later, 0);
  const off = (fit: BgNbdFit): number => {
    const { purchases } = foreseen(fit, then, days);
    return Math.abs(then.reduce((sum, { customers }, at) => sum + customers * purchases[at]!, 0) - came);
  };
  const fits = (['after_repeat', 'after_any'] as const).map((leaves) => fitBgNbd(then, leaves));
  const [best] = fits
    .flatMap((fit) => (fit !== null && sound(fit) ? [{ fit, away: off(fit) }] : []))
    .toSorted((a, b) => a.away - b.away);
  return best?.fit ?? null;
}

export interface Fitted {
  model: ValueModel;
  /** Fitted on everything before the hold-out. */
  earlier: BgNbdFit | null;
  histories: Histories;
  from: string;
  fittedTo: string;
}

type Outcome = { fitted: Fitted; refusal: null } | { fitted: null; refusal: keyof typeof refusals };

/** Fits both models to a shop's history; or says why that would be of no use. */
export async function fitShop(db: Queryable, shop: string): Promise<Outcome & { currency: string; asOf: string }> {
  const days = await readShopDays(db, shop);
  if (!days) return { fitted: null, refusal: 'NO_ORDERS', currency: '', asOf: '' };
  const { currency, from, asOf } = days;
  const no = (refusal: keyof typeof refusals) => ({ fitted: null, refusal, currency, asOf });
  if ((Date.parse(asOf) - Date.parse(from)) / 86_400_000 < FEWEST_DAYS) return no('TOO_YOUNG');
  const fittedTo = holdOutStart(from, asOf);
  const histories = await readHistories(db, { shop, asOf, fittedTo });
  const repeaters = histories.now.reduce((sum, { repeats, customers }) => sum + (repeats > 0 ? customers : 0), 0);
  if (repeaters < FEWEST_REPEATERS) return no('TOO_FEW');
  const earlier = foretells(histories.then, (Date.parse(asOf) - Date.parse(fittedTo)) / 86_400_000);
  const buying = fitBgNbd(histories.now, earlier?.leaves);
  if (!buying || !sound(buying)) return no('NO_FIT');
  const spending = fitGammaGamma(histories.spend);
  const model = { buying, spending: spending?.converged ? spending : null, currency, asOf };
  const fitted = { model, earlier, histories, from, fittedTo };
  return { fitted, refusal: null, currency, asOf };
}
