import { Card } from '../card/Card.tsx';
import { TableTwin } from '../charts/index.ts';
import { useFormat } from '../format/index.ts';
import { useText } from '../i18n/index.ts';
import { usePrinting } from '../paper/use-printing.ts';
import { figuresTable } from './figures-table.ts';
import type { MetricAnswer } from './types.ts';

/** On paper, below the headline cards: their parts, intervals, comparisons and what of them changed, as a table. */
export function PrintedFigures({ answer, metrics }: { answer: MetricAnswer; metrics: readonly string[] }) {
  const { t } = useText();
  const format = useFormat();
  if (!usePrinting()) return null;
  const words = {
    figure: t('paper.figure'),
    value: t('card.value'),
    numerator: t('card.numerator'),
    denominator: t('card.denominator'),
    low: t('paper.low'),
    high: t('paper.high'),
    sample: t('card.sample'),
    state: t('paper.state'),
    changed: t('paper.changed'),
  };
  return (
    <Card title={t('paper.figures')}>
      <TableTwin table={figuresTable(answer, metrics, words, format)} />
    </Card>
  );
}
