import { Card } from '../../card/Card.tsx';
import { Facts } from '../../card/Facts.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { Standing } from './use-rules.ts';
import { targetText } from './words.ts';

/** What the rule counts, who says so, and from when to when it holds. */
export function RuleCard({ standing: { rule, figure, young, next } }: { standing: Standing }) {
  const { t, pick } = useText();
  const format = useFormat();
  const listed = (codes: readonly { label: { en: string; zh: string } }[]): string | null =>
    codes.length === 0 ? null : codes.map(({ label }) => pick(label)).join(t('drivers.comma'));
  return (
    <Card title={pick(rule.title)} sub={pick(rule.description)}>
      <Facts
        facts={[
          [
            t('rules.window'),
            t('rules.windowDays', {
              days: rule.windowDays,
              range: format.dayRange(figure.window.from, figure.window.to),
            }),
          ],
          [t('rules.clock'), pick(rule.clock)],
          [t('rules.defectIs'), listed(rule.defects)],
          [t('rules.leftOut'), listed(rule.leftOut)],
          [t('rules.young'), young > 0 ? t('rules.youngOf', { n: format.count(young) }) : null],
          [t('rules.holdsFrom'), format.day(rule.effectiveFrom)],
          [
            t('rules.next'),
            next
              ? t('rules.nextFrom', {
                  day: format.day(next.effectiveFrom),
                  target: targetText({ target: next.target, counts: rule.counts }, t, format),
                })
              : null,
          ],
          [t('rules.source'), `${pick(rule.source.label)} · ${t(`rules.source${rule.source.kind}`)}`],
        ]}
      />
    </Card>
  );
}
