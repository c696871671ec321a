import type { PillTone } from '../../card/Pill.tsx';
import type { Formatter, Measure } from '../../format/index.ts';
import type { useText } from '../../i18n/index.ts';
import type { Figure, Standing } from './use-rules.ts';

export type Words = ReturnType<typeof useText>['t'];
type Rule = Standing['rule'];

export const tones: Record<Figure['status'], PillTone> = {
  KEPT: 'good',
  AT_RISK: 'warn',
  BROKEN: 'bad',
  TOO_FEW: 'flat',
  NOTHING: 'flat',
};

export const measureOf = ({ counts }: Pick<Rule, 'counts'>): Measure =>
  counts === 'SCORES' ? { unit: 'SCORE', decimals: 2 } : { unit: 'PERCENT', decimals: 2 };

export const targetText = ({ target, counts }: Pick<Rule, 'target' | 'counts'>, t: Words, format: Formatter): string =>
  t(`rules.target${target.comparison}`, { bound: format.trimmed(target.bound, measureOf({ counts })) });

const judged = ({ status }: Figure): boolean => status !== 'TOO_FEW' && status !== 'NOTHING';

/** How much room there is, or how much too much: “14 more defects before 1%”. */
export function headroomText({ rule, figure }: Pick<Standing, 'rule' | 'figure'>, t: Words, format: Formatter): string {
  const { headroom } = figure;
  if (!judged(figure) || headroom == null) return t('rules.noRoom');
  const of = rule.counts === 'SCORES' ? 'Scores' : 'Defects';
  return t(headroom < 0 ? `rules.over${of}` : `rules.room${of}`, {
    n: format.count(Math.abs(headroom)),
    count: Math.abs(headroom),
    bound: format.trimmed(rule.target.bound, measureOf(rule)),
  });
}

/** What would mend a broken rule. */
export function mendText({ rule, figure, backOn }: Standing, t: Words, format: Formatter): string | null {
  if (figure.status !== 'BROKEN') return null;
  const clean =
    figure.cleanNeeded == null ? null : t(`rules.clean${rule.counts}`, { n: format.count(figure.cleanNeeded) });
  const back = backOn ? t('rules.backOn', { day: format.day(backOn) }) : t('rules.notBack');
  return [back, clean].filter(Boolean).join(t('rules.and'));
}

/** Of what the rule allows, how much is used: 1 and more, and nothing is left. */
export function usedOf({ figure: { defects, headroom } }: Pick<Standing, 'figure'>): number {
  if (headroom == null) return 0;
  const allowed = defects + headroom;
  return allowed > 0 ? defects / allowed : headroom < 0 ? 1 - headroom : 0;
}
