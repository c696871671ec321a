import { ResponseEditor } from '@graphiql/react';
import { useState } from 'react';

import { download } from '../../card/download.ts';
import { TableTwin, toCsv } from '../../charts/index.ts';
import { SaveMenu } from '../../export/SaveMenu.tsx';
import { useFormat } from '../../format/index.ts';
import { TypedDocumentString } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { Segment } from '../../shell/Segment.tsx';
import type { Answered, Cost } from './ask.ts';
import { Refusals } from './Refusals.tsx';
import { MOST_ROWS, tablesOf, type NamedTable } from './table-of.ts';
import classes from './Workbench.module.css';

type View = 'json' | 'table';

const views = ['json', 'table'] as const satisfies readonly View[];

/** The answer: what was refused in words, what was told as JSON or as tables, and what it cost. */
export function AnswerPane({ answered }: { answered: Answered | undefined }) {
  const reply = answered?.reply;
  const { t, lang } = useText();
  const [view, setView] = useState<View>('json');
  const tables = view === 'table' && reply?.data ? tablesOf(reply.data, lang) : [];
  return (
    <section className={classes.answer} aria-label={t('query.answer')} aria-live="polite">
      <div className={classes.bar}>
        <Segment
          label={t('query.view')}
          value={view}
          options={views.map((value) => ({
            value,
            text: value === 'json' ? 'JSON' : t('query.table'),
            title: t(value === 'json' ? 'query.asJson' : 'query.asTable'),
          }))}
          onChange={(next) => setView(next)}
        />
        {answered?.reply.data ? <Export {...answered.asked} /> : null}
        {reply?.extensions?.cost ? <CostNote cost={reply.extensions.cost} /> : null}
      </div>
      {reply?.errors ? <Refusals errors={reply.errors} /> : null}
      {/* GraphiQL writes each answer into this editor, so it stays behind the tables. */}
      <div className={classes.stage}>
        <div className={classes.json} inert={view === 'table'}>
          <ResponseEditor aria-label={t('query.asJson')} />
        </div>
        {reply === undefined ? <p className={classes.waiting}>{t('query.noAnswer')}</p> : null}
        {view === 'table' && reply !== undefined ? (
          <div className={classes.tables} data-testid="answer-tables">
            {tables.map((table) => (
              <OneTable key={table.name} {...table} />
            ))}
          </div>
        ) : null}
      </div>
    </section>
  );
}

/** The question itself, answered to the end into a file; the server says where a question cannot be a table. */
function Export({ query, variables }: Answered['asked']) {
  const document = new TypedDocumentString<unknown, never>(query);
  return <SaveMenu exported={{ document, variables: { ...variables }, file: 'query' }} file="query" />;
}

function CostNote({ cost: { requested, limit, remaining } }: { cost: Cost }) {
  const { t } = useText();
  const format = useFormat();
  const values = { cost: format.count(requested), limit: format.count(limit) };
  return (
    <p className={classes.cost} data-testid="cost" title={t('query.costTitle')}>
      {t('query.cost', values)}
      {remaining === undefined ? null : <span> · {t('query.remaining', { remaining: format.count(remaining) })}</span>}
    </p>
  );
}

function OneTable({ name, table, left }: NamedTable) {
  const { t } = useText();
  const format = useFormat();
  return (
    <figure>
      <figcaption className={classes.caption}>
        <b>{name}</b>
        <span>{t('query.rows', { n: format.count(table.rows.length + left) })}</span>
        <button type="button" onClick={() => download(`${name}.csv`, toCsv(table))}>
          CSV
        </button>
      </figcaption>
      <TableTwin table={table} />
      {left > 0 ? <p className={classes.hint}>{t('query.left', { n: format.count(MOST_ROWS) })}</p> : null}
    </figure>
  );
}
