import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';

import { request } from '../../api/graphql.ts';
import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Rows } from '../../card/Rows.tsx';
import { RowsHeading } from '../../card/RowsHeading.tsx';
import { Answered } from '../../card/States.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import type { AuditLogQuery } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { useRowPages } from '../../metric/use-rows.ts';
import classes from './index.module.css';
import { Parts } from './Parts.tsx';
import { auditQuery, integrityQuery } from './queries.ts';
import type { AdministrationSearch } from './search.ts';

type Entry = AuditLogQuery['auditLog']['nodes'][number];

export function AuditPart() {
  const { actor, action, about }: AdministrationSearch = useSearch({ strict: false });
  const { t } = useText();
  const format = useFormat();
  const where = { ...(actor ? { actor } : {}), ...(action ? { action } : {}), ...(about ? { subject: about } : {}) };
  const query = useRowPages(
    ['administration', 'audit', where],
    async (page, signal) => (await request(auditQuery, { ...page, where }, signal)).auditLog,
  );
  const entries = query.data?.pages.flatMap((page) => page.nodes) ?? [];
  const total = query.data?.pages[0]?.totalCount;
  const lead = total === undefined ? undefined : t('administration.leadAudit', { n: format.count(total) });
  return (
    <>
      <RowsHeading lead={lead} rest={t('administration.restAudit')} error={query.error} />
      <Parts part="audit" />
      <div className={classes.stack}>
        <ChainCard />
        <Card title={t('administration.audit')}>
          <Filters key={JSON.stringify(where)} actor={actor} action={action} about={about} />
          <Answered query={query} height={480}>
            {() => <EntryRows entries={entries} />}
          </Answered>
          {query.hasNextPage ? (
            <Button mt="md" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('cases.more')}
            </Button>
          ) : null}
        </Card>
      </div>
    </>
  );
}

/** Whether every hash is what it was, reckoned when the page is opened. */
function ChainCard() {
  const { t } = useText();
  const format = useFormat();
  const query = useQuery({
    queryKey: ['administration', 'integrity'],
    queryFn: async ({ signal }) => (await request(integrityQuery, {}, signal)).auditIntegrity,
  });
  return (
    <Card title={t('administration.chain')}>
      <Answered query={query} height={44}>
        {({ entries, head, faults }) => (
          <div className={classes.chain} data-testid="chain">
            <span>
              <Pill tone={faults.length === 0 ? 'good' : 'bad'}>{faults.length === 0 ? '✓' : '!'}</Pill>{' '}
              {faults.length === 0
                ? t('administration.chainHolds', { n: format.count(entries) })
                : t('administration.chainBroken', { n: format.count(faults.length) })}
            </span>
            {faults.map(({ entryId, fault }) => (
              <span key={`${entryId} ${fault}`}>{t('administration.fault', { id: entryId, fault })}</span>
            ))}
            {head ? <small title={head}>{t('administration.chainHead', { head: head.slice(0, 16) })}</small> : null}
          </div>
        )}
      </Answered>
    </Card>
  );
}

type FilterValues = Pick<AdministrationSearch, 'actor' | 'action' | 'about'>;
const fields = { actor: 'filterActor', action: 'filterAction', about: 'filterSubject' } as const;

function Filters(given: { [Field in keyof FilterValues]: FilterValues[Field] | undefined }) {
  const { t } = useText();
  const navigate = useNavigate();
  const [values, setValues] = useState({
    actor: given.actor ?? '',
    action: given.action ?? '',
    about: given.about ?? '',
  });
  const go = (next: Record<keyof typeof fields, string>) => {
    const search = Object.fromEntries(Object.entries(next).map(([name, text]) => [name, text.trim() || undefined]));
    void navigate({ to: '/administration', search: { section: 'audit', ...search } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(values);
  };
  const names = Object.keys(fields) as (keyof typeof fields)[];
  return (
    <form className={classes.filters} onSubmit={submit} role="search">
      {names.map((name) => (
        <TextInput
          key={name}
          size="xs"
          aria-label={t(`administration.${fields[name]}`)}
          placeholder={t(`administration.${fields[name]}`)}
          value={values[name]}
          onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
        />
      ))}
      <Button type="submit">{t('administration.filter')}</Button>
      {names.some((name) => given[name]) ? (
        <Button onClick={() => go({ actor: '', action: '', about: '' })}>{t('administration.clear')}</Button>
      ) : null}
    </form>
  );
}

function EntryRows({ entries }: { entries: readonly Entry[] }) {
  const { t } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const columns = [
    { label: t('administration.at') },
    { label: t('administration.who') },
    { label: t('administration.what') },
    { label: t('administration.subject') },
    { label: t('administration.detail') },
  ];
  const rows = entries.map((entry) => ({
    key: entry.id,
    cells: [
      format.dateTime(entry.at, shop.zone),
      <Narrow key="who" name="actor" value={entry.actor} />,
      <Narrow key="what" name="action" value={entry.action} />,
      <Narrow key="subject" name="about" value={entry.subject} />,
      <span key="detail" className={classes.detail}>
        {detailOf(entry.detail)}
        {entry.runId ? (
          <Link to="/runs/$id" params={{ id: entry.runId }}>
            {' '}
            #{entry.runId}
          </Link>
        ) : null}
      </span>,
    ],
  }));
  return <Rows columns={columns} rows={rows} empty={t('administration.noEntries')} />;
}

/** What an entry says of itself, narrowed down to by a click. */
function Narrow({ name, value }: { name: keyof typeof fields; value: string }) {
  return (
    <Link to="/administration" search={(before) => ({ ...before, section: 'audit', [name]: value })}>
      {value}
    </Link>
  );
}

/** JSON without its punctuation. */
function detailOf(detail: string): string {
  const told = Object.entries(JSON.parse(detail) as Record<string, unknown>);
  return told
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ');
}
