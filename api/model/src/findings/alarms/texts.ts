import { labelsOfCarried } from '../../metrics/drill/dimension-values.ts';
import type { Queryable } from '../../schema/index.ts';
import type { Dimension, LocalizedText } from '../../vocabulary/index.ts';

export interface Sliced {
  shop: string;
  dimensions: readonly Dimension[];
  codes: readonly string[];
}

/** How slices are called: "Shanhai Courier × Guangdong"; the shop as a whole by no name. */
export async function sliceNames(
  db: Queryable,
  slices: readonly Sliced[],
): Promise<(slice: Sliced) => LocalizedText | null> {
  const carried = slices.flatMap(({ shop, dimensions, codes }) =>
    dimensions.map((dimension, at) => ({ shop, dimension, codes: [codes[at] ?? ''] })),
  );
  const unique = [...new Map(carried.map((one) => [JSON.stringify(one), one])).values()];
  const nameOf = await labelsOfCarried(db, unique);
  return ({ shop, dimensions, codes }) => {
    if (dimensions.length === 0) return null;
    const names = dimensions.map((dimension, at) => nameOf(shop, dimension, codes[at] ?? ''));
    return { en: names.map(({ en }) => en).join(' × '), zh: names.map(({ zh }) => zh).join(' × ') };
  };
}

/** A number of things expected, for a sentence. */
export function expectedText(expected: number): LocalizedText {
  if (expected < 1) return { en: 'less than 1', zh: '不到 1 起' };
  const text = expected < 10 ? expected.toFixed(1) : String(Math.round(expected));
  return { en: `about ${text}`, zh: `约 ${text} 起` };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Days as a sentence says them: "on 3 Oct 2026", "from 30 Oct to 2 Nov 2026". */
export function daysText(from: string, to: string): LocalizedText {
  const [[year, month, day], [lastYear, lastMonth, lastDay]] = [from, to].map((each) =>
    each.split('-').map(Number),
  ) as [[number, number, number], [number, number, number]];
  const last = { en: `${lastDay} ${MONTHS[lastMonth - 1]} ${lastYear}`, zh: `${lastYear}年${lastMonth}月${lastDay}日` };
  if (from === to) return { en: `on ${last.en}`, zh: last.zh };
  const first = `${day}${month === lastMonth && year === lastYear ? '' : ` ${MONTHS[month - 1]}`}${year === lastYear ? '' : ` ${year}`}`;
  return {
    en: `from ${first} to ${last.en}`,
    zh: `${year}年${month}月${day}日至${year === lastYear ? '' : `${lastYear}年`}${lastMonth}月${lastDay}日`,
  };
}
