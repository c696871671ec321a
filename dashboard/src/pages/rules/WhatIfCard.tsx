import { Card } from '../../card/Card.tsx';
import { Facts } from '../../card/Facts.tsx';
import { Pill } from '../../card/Pill.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './index.module.css';
import { useRulesSearch, type Standing } from './use-rules.ts';
import { headroomText, measureOf, tones } from './words.ts';

/** The same window with more or fewer defects, on more or fewer rows. */
export function WhatIfCard({ standing }: { standing: Standing }) {
  const { t } = useText();
  const format = useFormat();
  const { search, change } = useRulesSearch();
  const { rule, figure, whatIf } = standing;
  const supposed = whatIf ?? figure;
  return (
    <Card title={t('rules.whatIf')} sub={t('rules.whatIfSub')}>
      <div className={classes.suppose}>
        <Supposed
          label={t(rule.counts === 'SCORES' ? 'rules.moreScores' : 'rules.moreDefects')}
          value={search.more}
          least={-10_000}
          most={10_000}
          onChange={(more) => change({ more })}
        />
        <Supposed
          label={t(`rules.moreRows${rule.counts}`)}
          value={search.rows}
          least={-100}
          most={1000}
          onChange={(rows) => change({ rows })}
        />
      </div>
      <Facts
        facts={[
          [t('rules.wouldBe'), <b key="value">{format.value(supposed.value, measureOf(rule))}</b>],
          [
            t('rules.status'),
            <Pill key="status" tone={tones[supposed.status]}>
              {t(`rules.status${supposed.status}`)}
            </Pill>,
          ],
          [t('rules.headroom'), headroomText({ rule, figure: { ...figure, ...supposed } }, t, format)],
        ]}
      />
    </Card>
  );
}

interface SupposedProps {
  label: string;
  value: number | undefined;
  least: number;
  most: number;
  onChange: (value: number | undefined) => void;
}

function Supposed({ label, value, least, most, onChange }: SupposedProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        type="number"
        min={least}
        max={most}
        step={1}
        value={value ?? 0}
        onChange={({ target }) =>
          onChange(
            Number.isInteger(target.valueAsNumber) && target.valueAsNumber !== 0 ? target.valueAsNumber : undefined,
          )
        }
      />
    </label>
  );
}
