import type { Formatter, Measure } from '../../format/index.ts';
import type { VersionPoint, VersionsAnswer } from './query.ts';

/** Two definitions often differ by less than the figure's own decimals: one more, so that no difference reads "0.0". */
export const finer = (measure: Measure): Measure => ({ ...measure, decimals: (measure.decimals ?? 1) + 1 });

type Versions = Pick<VersionsAnswer, 'before' | 'after'>;

/** What two definitions of one metric come to over the same days, and of what their difference is made. */
export function differenceText(
  point: VersionPoint,
  { before, after }: Versions,
  measure: Measure,
  format: Formatter,
): string {
  const [one, other] = [`v${before.version}`, `v${after.version}`];
  if (point.suppressed)
    return format.say({ en: 'Withheld: too few customers stand behind it.', zh: '顾客过少，不显示。' });
  const exact = finer(measure);
  const [then, now] = [format.value(point.before?.value, exact), format.value(point.after?.value, exact)];
  if (!point.difference) {
    return format.say({
      en: `${now} under ${other}, ${then} under ${one}. No row is looked at by both, so the difference cannot be split.`,
      zh: `按 ${other} 为 ${now}，按 ${one} 为 ${then}。没有两者都计入的记录，差异无法拆分。`,
    });
  }
  const change = (value: number) => format.change(value, exact, { long: true });
  const lead = format.say({
    en: `${now} under ${other}, ${then} under ${one}: ${change(point.difference.difference)}.`,
    zh: `按 ${other} 为 ${now}，按 ${one} 为 ${then}：相差 ${change(point.difference.difference)}。`,
  });
  return `${lead}${format.lang === 'zh' ? '' : ' '}${partsText(point, point.difference, { one, other }, change, format)}`;
}

type Difference = NonNullable<VersionPoint['difference']>;

function partsText(
  { sameRows, onlyBefore, onlyAfter }: VersionPoint,
  { difference, definition, rows }: Difference,
  { one, other }: { one: string; other: string },
  change: (value: number) => string,
  format: Formatter,
): string {
  const same = format.count(sameRows);
  const left = [
    ...(onlyBefore > 0
      ? [
          format.say({
            en: `${format.count(onlyBefore)} that only ${one} looks at`,
            zh: `仅 ${one} 计入的 ${format.count(onlyBefore)} 条`,
          }),
        ]
      : []),
    ...(onlyAfter > 0
      ? [
          format.say({
            en: `${format.count(onlyAfter)} that only ${other} looks at`,
            zh: `仅 ${other} 计入的 ${format.count(onlyAfter)} 条`,
          }),
        ]
      : []),
  ].join(format.lang === 'zh' ? '与' : ' and ');
  if (difference === 0)
    return format.say({ en: 'The definition makes no difference here.', zh: '口径在这里没有造成差异。' });
  if (left === '')
    return format.say({
      en: `Both look at the same ${same} rows; they differ only in which of them count.`,
      zh: `两者看的是同样的 ${same} 条记录，只是计入哪些不同。`,
    });
  if (definition === 0)
    return format.say({
      en: `The ${same} rows that both look at count alike; all of it comes of the ${left}.`,
      zh: `两者都计入的 ${same} 条记录结果相同；差异全部来自${left}。`,
    });
  return format.say({
    en: `Of this ${change(definition)} because the same ${same} rows count differently, and ${change(rows)} because of the ${left}.`,
    zh: `其中 ${change(definition)} 是同样的 ${same} 条记录计法不同，${change(rows)} 来自${left}。`,
  });
}

/** The bucket in which the later definition came into force, with the one before it. */
export function turnOf(points: readonly VersionPoint[]): [VersionPoint, VersionPoint] | null {
  const at = points.findIndex(({ inForce }, index) => index > 0 && inForce !== points[index - 1]?.inForce);
  const [before, after] = [points[at - 1], points[at]];
  return at > 0 && before && after ? [before, after] : null;
}

interface Turn {
  since: string;
  versions: Versions;
  measure: Measure;
}

/** How much of the jump on the day of the new definition really happened, and how much is only the definition. */
export function turnText(
  points: readonly VersionPoint[],
  { since, versions, measure }: Turn,
  format: Formatter,
): string {
  const later = `v${versions.after.version}`;
  const turn = turnOf(points);
  if (!turn) return '';
  const [before, after] = turn;
  const exact = finer(measure);
  const [from, to] = [format.month(before.bucket), format.month(after.bucket)];
  if (!after.change)
    return format.say({
      en: `${later} is in force from ${format.day(since)}. What moved from ${from} to ${to} cannot be split: a value is missing.`,
      zh: `${later} 自 ${format.day(since)} 起生效。${from}到 ${to}的变动缺少数值，无法拆分。`,
    });
  const change = (value: number) => format.change(value, exact, { long: true });
  const { total, customers, definition } = after.change;
  return format.say({
    en: `${later} is in force from ${format.day(since)}: from ${from} to ${to} the figure moved by ${change(total)}, of which ${change(customers)} is what customers did and ${change(definition)} only the new definition.`,
    zh: `${later} 自 ${format.day(since)} 起生效：${from}到 ${to}数字变动 ${change(total)}，其中 ${change(customers)} 源于顾客的变化，${change(definition)} 只因口径改变。`,
  });
}
