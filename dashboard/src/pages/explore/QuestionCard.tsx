import { useClipboard } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useText } from '../../i18n/index.ts';
import { useMetricsExport, useMetricsVariables } from '../../metric/use-metrics.ts';
import { keepDraft } from '../../session/draft.ts';
import { questionText } from './question.ts';
import classes from './QuestionCard.module.css';
import type { Question } from './use-question.ts';

/** The editor is for these roles only: without the schema it would know no field. */
const askers: ReadonlySet<string> = new Set(['ANALYST', 'STEWARD', 'OPERATOR']);

/** What was pointed together, as the API is asked it: to be copied, opened in the editor, or exported whole. */
export function QuestionCard({ question }: { question: Question }) {
  const { t } = useText();
  const { viewer } = useShop();
  const clipboard = useClipboard({ timeout: 2000 });
  const text = questionText(useMetricsVariables(question.asked));
  return (
    <Card
      title={t('explore.graphql')}
      sub={t('explore.graphqlSub')}
      exported={useMetricsExport(question.asked, 'explore')}
      actions={
        <>
          <button type="button" aria-live="polite" onClick={() => clipboard.copy(text)}>
            {t(clipboard.copied ? 'explore.copied' : 'explore.copy')}
          </button>
          {askers.has(viewer.role) ? (
            <Link to="/query" search={{ draft: true }} onClick={() => keepDraft(text)}>
              {t('explore.openQuery')}
            </Link>
          ) : null}
        </>
      }
    >
      <details className={classes.text}>
        <summary>{t('explore.show')}</summary>
        <pre data-testid="question">{text}</pre>
      </details>
    </Card>
  );
}
