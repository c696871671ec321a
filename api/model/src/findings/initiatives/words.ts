import type { Interval, MetricHead } from '../../metrics/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';
import type { Initiative } from './definition.ts';
import type { Horizon, InitiativeFinding, UnknownReason } from './finding.ts';

const fixed = (value: number, decimals: number): string => {
  const text = value.toFixed(decimals);
  return (Number(text) === 0 ? (0).toFixed(decimals) : text).replace('-', '−');
};
const signed = (value: number, decimals: number): string => `${value > 0 ? '+' : ''}${fixed(value, decimals)}`;

const units: Partial<Record<MetricHead['unit'], LocalizedText>> = {
  PERCENT: { en: ' points', zh: ' 个百分点' },
  PER_10K: { en: ' in 10,000', zh: '（每万）' },
  DAYS: { en: ' days', zh: ' 天' },
  HOURS: { en: ' hours', zh: ' 小时' },
  MINUTES: { en: ' minutes', zh: ' 分钟' },
  SECONDS: { en: ' seconds', zh: ' 秒' },
  SCORE: { en: ' stars', zh: ' 分' },
  INDEX: { en: ' points', zh: ' 分' },
};

/** A difference in the metric's unit: shares in percentage points. */
export function differenceText({ unit, decimals }: MetricHead, value: number): LocalizedText {
  const number = unit === 'PERCENT' ? signed(value * 100, 1) : signed(value, Math.max(1, decimals));
  const words = units[unit] ?? { en: '', zh: '' };
  return { en: number + words.en, zh: number + words.zh };
}

export function rangeText(head: MetricHead, { low, high }: Pick<Interval, 'low' | 'high'>): LocalizedText {
  const [from, to] = [differenceText(head, low), differenceText(head, high)];
  const bare = (text: string, unit: string) => (unit && text.endsWith(unit) ? text.slice(0, -unit.length) : text);
  const unit = units[head.unit] ?? { en: '', zh: '' };
  return { en: `${bare(from.en, unit.en)} to ${to.en}`, zh: `${bare(from.zh, unit.zh)} 至 ${to.zh}` };
}

const percentText = (share: number): string => `${signed(share * 100, 0)}%`;

const both = (en: string, zh: string): LocalizedText => ({ en, zh });

function effectSentence(
  { label }: Initiative,
  head: MetricHead,
  better: boolean | null,
  horizon: Horizon,
): LocalizedText {
  const { effect, interval, relative } = horizon;
  if (effect === null || !interval) return both('', '');
  const [size, range] = [differenceText(head, effect), rangeText(head, interval)];
  const times = relative === null ? '' : percentText(relative);
  const verb =
    better === null
      ? both('changed', '改变了')
      : better
        ? both('improved', '改善了')
        : both('worsened', '拉低了表现：');
  return both(
    `${label.en} ${verb.en} “${head.title.en}” by ${size.en} (95% interval ${range.en})${times && `, ${times} of what it would have been`}.`,
    `“${label.zh}”${verb.zh}“${head.title.zh}”：${size.zh}（95% 区间 ${range.zh}）${times && `，相对于未实施时为 ${times}`}。`,
  );
}

function noEffectSentence(
  { label }: Initiative,
  head: MetricHead,
  { interval }: Horizon,
  matters: number,
): LocalizedText {
  const range = interval ? rangeText(head, interval) : both('', '');
  const size = differenceText(head, matters);
  return both(
    `${label.en} did not move “${head.title.en}”: the 95% interval, ${range.en}, holds nothing as large as ${size.en}.`,
    `“${label.zh}”未带动“${head.title.zh}”：95% 区间 ${range.zh}，不含幅度达 ${size.zh} 的变化。`,
  );
}

const whys: Record<UnknownReason, LocalizedText> = {
  NO_METRIC: both('it names no metric that is known here', '未指定系统中已有的指标'),
  UNSUITED_METRIC: both(
    'the metric is an amount or a level, which cannot be compared between groups of different size',
    '该指标是总量或存量，规模不同的分组之间无法比较',
  ),
  FOREIGN_DIMENSION: both(
    'the metric cannot be cut by where the programme was rolled out',
    '该指标不能按举措的实施范围拆分',
  ),
  NO_SCOPE: both(
    'it reached the whole shop, so nobody is left to compare with',
    '举措覆盖整个店铺，没有可供对比的分组',
  ),
  NO_START: both('it does not say when it began', '未注明启动日期'),
  NOT_STARTED: both('it begins after the last day loaded', '启动日期晚于已载入的最后一日'),
  WAITING: both('outcomes since its start are not known yet', '启动以来的结果尚未成熟'),
  OVERLAP: both('another programme reached the same groups at the same time', '同一时期有其他举措覆盖了相同分组'),
  NO_PRE_PERIOD: both('nothing was measured before its start', '启动前没有可用数据'),
  NO_TREATED: both('too little is measured of the groups it reached', '所覆盖分组的数据太少'),
  NO_CONTROLS: both('fewer than two groups are left to compare with', '可供对比的分组不足两个'),
  PRE_TREND: both(
    'the groups it reached moved otherwise than the others already before its start',
    '启动之前，覆盖分组与对照分组的走势已不一致',
  ),
  SMALL_SAMPLE: both(
    'too few rows to tell an effect that would matter from chance',
    '样本太少，无法将有意义的变化与偶然波动区分开',
  ),
};

export const unknownSentence = ({ label }: Initiative, reason: UnknownReason): LocalizedText =>
  both(`${label.en}: cannot tell, because ${whys[reason].en}.`, `“${label.zh}”：无法判断，因为${whys[reason].zh}。`);

export function sentenceOf(
  initiative: Initiative,
  head: MetricHead,
  { verdict, better, matters }: Pick<InitiativeFinding, 'verdict' | 'better' | 'matters'>,
  horizon: Horizon,
): LocalizedText {
  if (verdict === 'EFFECT') return effectSentence(initiative, head, better, horizon);
  return noEffectSentence(initiative, head, horizon, matters ?? 0);
}

/** What would make it possible to tell. */
export function remedyOf(
  reason: UnknownReason,
  { horizon, names, last }: { horizon: Horizon | null; names: string; last: string | null },
): LocalizedText | null {
  const rows = horizon?.rowsNeeded ?? null;
  const remedies: Partial<Record<UnknownReason, LocalizedText>> = {
    NO_METRIC: both('Name a metric of the catalogue in the programme.', '请为举措指定指标目录中的指标。'),
    UNSUITED_METRIC: both(
      'Choose a rate, share, mean, index or percentile.',
      '请选择比率、占比、均值、指数或分位数类指标。',
    ),
    FOREIGN_DIMENSION: both(
      'Choose a metric that carries the dimension, or another dimension.',
      '请选择带有该维度的指标，或更换维度。',
    ),
    NO_SCOPE: both(
      'Roll the next programme out in some regions, channels or teams first.',
      '下一个举措可先在部分地区、渠道或团队试行。',
    ),
    WAITING: both(`The first figures are complete on ${last ?? ''}.`, `首批数据将于 ${last ?? ''} 成熟。`),
    OVERLAP: both(`Read the effect as that of all together: ${names}.`, `该结果应视为以下举措的合计影响：${names}。`),
    NO_CONTROLS: both('Leave some groups out of the programme for a while.', '请暂时保留部分分组不实施该举措。'),
    PRE_TREND: both(
      'Compare with other groups, or over a shorter time before the start.',
      '请更换对照分组，或缩短启动前的观察期。',
    ),
    SMALL_SAMPLE:
      rows === null
        ? both(
            'More rows would not do: the groups differ too much among themselves. More groups are needed.',
            '增加样本仍不够：分组之间差异过大，需要更多分组。',
          )
        : both(
            `About ${rows.toLocaleString('en')} rows since the start among the groups it reached would do.`,
            `启动后覆盖分组约需 ${rows.toLocaleString('en')} 个样本。`,
          ),
  };
  return remedies[reason] ?? null;
}
