/** What the page is cut down to by one dimension: any of its values. */
export interface Cut {
  dimension: string;
  values: string[];
}

export const cutKey = (dimension: string, value: string | null | undefined): string => `${dimension}:${value ?? ''}`;

/** `CARRIER:HF` and `CARRIER:SY` are one cut with two values. */
export function cutsOf(keys: readonly string[]): Cut[] {
  const cuts = new Map<string, string[]>();
  for (const key of keys) {
    const at = key.indexOf(':');
    const dimension = key.slice(0, at);
    cuts.set(dimension, [...(cuts.get(dimension) ?? []), key.slice(at + 1)]);
  }
  return [...cuts].map(([dimension, values]) => ({ dimension, values }));
}

/** After a click on marks: all of them chosen already are taken away again, else they take the place of what their dimensions were cut to. */
export function toggled(keys: readonly string[], clicked: readonly string[]): string[] {
  if (clicked.every((key) => keys.includes(key))) return keys.filter((key) => !clicked.includes(key));
  const dimensions = new Set(cutsOf(clicked).map(({ dimension }) => dimension));
  return [...keys.filter((key) => !dimensions.has(key.slice(0, key.indexOf(':')))), ...clicked];
}
