import type { InitiativeVerdictsQuery } from '../../gql/graphql.ts';
import type { Formatter } from '../../format/index.ts';
import type { LocalizedText, MetricHead } from '../types.ts';

type Found = InitiativeVerdictsQuery['initiativeAnnotations'][number];

const words = {
  CANNOT_TELL: { en: 'whether it worked cannot be told', zh: '是否有效尚无法判断' },
  NO_EFFECT: { en: 'no effect', zh: '没有效果' },
  EFFECT: { en: 'something changed', zh: '有变化' },
  worked: { en: 'it worked', zh: '有效' },
  backfired: { en: 'it made things worse', zh: '适得其反' },
} as const satisfies Record<string, LocalizedText>;

/** "it worked: +7.9 pt (+0.6 – +15.1), 90-day repurchase rate": of what was found, what a mark on a chart has room for. */
export function verdictText(
  { verdict, better, effect, interval }: Pick<Found, 'verdict' | 'better' | 'effect' | 'interval'>,
  head: (Pick<MetricHead, 'unit' | 'decimals' | 'currency'> & { title: LocalizedText }) | undefined,
  format: Formatter,
): string {
  const said = format.say(words[verdict === 'EFFECT' && better != null ? (better ? 'worked' : 'backfired') : verdict]);
  if (head === undefined || effect == null) return said;
  const [open, close, colon, comma] = format.lang === 'zh' ? ['（', '）', '：', '，'] : [' (', ')', ': ', ', '];
  const range = interval
    ? `${open}${format.change(interval.low, head)} … ${format.change(interval.high, head)}${close}`
    : '';
  return `${said}${colon}${format.change(effect, head)}${range}${comma}${format.say(head.title)}`;
}
