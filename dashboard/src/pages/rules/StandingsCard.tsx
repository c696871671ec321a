import type { UseQueryResult } from '@tanstack/react-query';

import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Answered } from '../../card/States.tsx';
import { figureColumn, textColumn, type ChartTable } from '../../charts/index.ts';
import { useFormat, type Formatter } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './index.module.css';
import type { Standing } from './use-rules.ts';
import { headroomText, measureOf, targetText, tones, type Words } from './words.ts';

interface StandingsCardProps {
  query: UseQueryResult<Standing[]>;
  description: string | undefined;
  whose: string;
  chosen: string | undefined;
  onRule: (rule: string) => void;
}

/** Every rule of a set: figure, target, status, headroom. A rule is chosen by its name. */
export function StandingsCard({ query, description, whose, chosen, onRule }: StandingsCardProps) {
  const { t, lang } = useText();
  const format = useFormat();
  const standings = query.data ?? [];
  const columns = [
    { label: t('rules.rule') },
    { label: t('rules.value'), right: true },
    { label: t('rules.target') },
    { label: t('rules.status') },
    { label: t('rules.headroom') },
    { label: t('rules.rows'), right: true },
  ];
  const rows = standings.map((standing) => {
    const { rule, figure } = standing;
    return {
      key: rule.code,
      cells: [
        <button
          key="rule"
          type="button"
          className={classes.rule}
          aria-pressed={rule.code === chosen}
          onClick={() => onRule(rule.code)}
        >
          {rule.title[lang]}
        </button>,
        <b key="value" data-testid="rule-value">
          {figure.suppressed ? t('rules.withheld') : format.value(figure.value, measureOf(rule))}
        </b>,
        targetText(rule, t, format),
        <Pill key="status" tone={tones[figure.status]}>
          {t(`rules.status${figure.status}`)}
        </Pill>,
        headroomText(standing, t, format),
        format.count(figure.denominator),
      ],
    };
  });
  return (
    <Card
      title={t('rules.standings', { whose })}
      sub={description}
      table={standings.length > 0 ? tableOf(standings, lang, t, format) : undefined}
      file="rules"
    >
      <Answered query={query} height={260} empty={(found) => found.length === 0}>
        {() => <Rows columns={columns} rows={rows} />}
      </Answered>
    </Card>
  );
}

function tableOf(standings: readonly Standing[], lang: 'en' | 'zh', t: Words, format: Formatter): ChartTable {
  return {
    columns: [
      textColumn(t('rules.rule')),
      ...(['value', 'low', 'high'] as const).map((name) => figureColumn(t(`rules.${name}`))),
      textColumn(t('rules.target')),
      textColumn(t('rules.status')),
      ...(['numerator', 'rows', 'headroomN'] as const).map((name) => figureColumn(t(`rules.${name}`))),
    ],
    rows: standings.map(({ rule, figure }) => {
      const measure = measureOf(rule);
      const { value, interval, numerator, denominator, headroom, status } = figure;
      const figures = [value ?? null, interval?.low ?? null, interval?.high ?? null];
      const target = targetText(rule, t, format);
      const said = t(`rules.status${status}`);
      return {
        cells: [
          rule.title[lang],
          ...figures.map((each) => format.exact(each, measure)),
          target,
          said,
          format.count(numerator),
          format.count(denominator),
          format.count(headroom),
        ],
        raw: [rule.title[lang], ...figures, target, said, numerator, denominator, headroom ?? null],
      };
    }),
  };
}
