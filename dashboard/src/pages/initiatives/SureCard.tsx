import { Card } from '../../card/Card.tsx';
import { Facts } from '../../card/Facts.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { Study } from './use-initiatives.ts';

/** How sure it is, what it would take, and what it came to in money. */
export function SureCard({ study }: { study: Study }) {
  const { t, pick } = useText();
  const format = useFormat();
  const { metric, horizons, matters, claimed, money, initiative, overlaps, reached, remedy } = study;
  const [whole] = horizons;
  const change = (value: number | null | undefined) => (value != null && metric ? format.change(value, metric) : null);
  const groups = reached.map(({ label }) => pick(label)).join(t('initiatives.and'));
  const within = initiative.within.map(({ dimension, values }) => `${dimension}: ${values.join(', ')}`).join(' · ');
  return (
    <Card title={t('initiatives.sure')} note={remedy ? pick(remedy) : null}>
      <Facts
        facts={[
          [t('initiatives.where'), groups || initiative.scopeValues.join(', ') || t('initiatives.everywhere')],
          [t('initiatives.within'), within || null],
          [
            t('initiatives.placebo'),
            whole?.placebo
              ? t('initiatives.placeboText', {
                  p: format.share(whole.placebo.p, 1),
                  n: format.count(whole.placebo.tried),
                })
              : null,
          ],
          [t(claimed ? 'initiatives.claimedSize' : 'initiatives.mattersSize'), change(matters)],
          [t('initiatives.detectable'), change(whole?.detectable)],
          [t('initiatives.rowsNeeded'), whole?.rowsNeeded != null ? format.count(whole.rowsNeeded) : null],
          [
            t('initiatives.overlaps'),
            overlaps.length > 0
              ? overlaps.map(({ label, groups: both }) => `${pick(label)} (${both.join(', ')})`).join('; ')
              : null,
          ],
          [t('initiatives.cost'), money ? format.money(money.cost) : null],
          [
            t('initiatives.outcomes'),
            money
              ? t('initiatives.outcomesText', {
                  n: format.count(Math.round(money.outcomes)),
                  low: format.count(Math.round(money.outcomesLow)),
                  high: format.count(Math.round(money.outcomesHigh)),
                })
              : null,
          ],
          [t('initiatives.costEach'), money?.costPerOutcome ? format.money(money.costPerOutcome) : null],
          [
            t('initiatives.sales'),
            money?.value && money.valueLow && money.valueHigh
              ? t('initiatives.outcomesText', {
                  n: format.money(money.value),
                  low: format.money(money.valueLow),
                  high: format.money(money.valueHigh),
                })
              : null,
          ],
        ]}
      />
    </Card>
  );
}
