type Pair = [hits: number, of: number];
/** What the tests take from `planted` of truth.json; its README says what each is. */
export interface Planted {
  a: { parameters: Regional; controls: string[]; realised: { repurchase90: Counterfactual; reviews: StarSums } };
  b: { parameters: { from: string }; realised: { csat: Counterfactual; reviews: StarSums } };
  c: { parameters: { carrier: string; region: string; from: string; to: string; damaged: number } };
  d: { parameters: { product: string; batch: string; complains: number; words: { zh: string[]; en: string[] } } };
  e: {
    parameters: { bursts: { product: string; from: string }[]; days: number };
    realised: { product: string; from: string; reviews: string[] }[];
  };
  f: { parameters: { topic: string; from: string; solvedBefore: number; solvedAfter: number } };
  g: { realised: { repurchase90: Counterfactual } };
  h: { parameters: Regional; controls: string[] };
  i: { realised: { bands: Record<string, { orders: number; factorSum: number }> } };
  j: { parameters: Record<string, unknown>; realised: { satisfied: Pair } };
}
interface Regional {
  from: string;
  regions: string[];
}
export interface Counterfactual {
  observed: Pair;
  without: Pair;
}
interface StarSums {
  reviews: number;
  starsSum: number;
  starsSumWithout: number;
  positive: number;
  positiveWithout: number;
}
