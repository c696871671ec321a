import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { request } from '../../api/graphql.ts';
import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Rows } from '../../card/Rows.tsx';
import { RowsHeading } from '../../card/RowsHeading.tsx';
import { Answered } from '../../card/States.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import type { KeyLineFragment as Key } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import classes from './index.module.css';
import { NewKeyDialog, RevokeDialog } from './KeyDialogs.tsx';
import { keyState } from './key-state.ts';
import { Parts } from './Parts.tsx';
import { keysQuery } from './queries.ts';
import { ScopeText } from './RightsFields.tsx';

export function KeysPart() {
  const { t } = useText();
  const format = useFormat();
  const query = useQuery({
    queryKey: ['administration', 'keys'],
    queryFn: async ({ signal }) => (await request(keysQuery, {}, signal)).apiKeys.toReversed(),
  });
  const [revoked, setRevoked] = useState<Key>();
  const [makes, setMakes] = useState(false);
  const now = query.dataUpdatedAt;
  const working = query.data?.filter((key) => keyState(key, now) === 'works').length;
  const lead = query.data
    ? t('administration.leadKeys', { n: format.count(query.data.length), active: format.count(working) })
    : undefined;
  const create = (
    <button type="button" onClick={() => setMakes(true)}>
      {t('administration.newKey')}
    </button>
  );
  return (
    <>
      <RowsHeading lead={lead} rest={t('administration.restKeys')} error={query.error} />
      <Parts part="keys" />
      <Card title={t('administration.keys')} actions={create} className={classes.keys ?? ''}>
        <Answered query={query} height={360}>
          {(keys) => <KeyRows keys={keys} now={now} onRevoke={setRevoked} />}
        </Answered>
      </Card>
      {makes ? <NewKeyDialog onClose={() => setMakes(false)} /> : null}
      {revoked ? <RevokeDialog chosen={revoked} onClose={() => setRevoked(undefined)} /> : null}
    </>
  );
}

const tones = { works: 'good', revoked: 'flat', expired: 'warn' } as const;

interface KeyRowsProps {
  keys: readonly Key[];
  now: number;
  onRevoke(key: Key): void;
}

function KeyRows({ keys, now, onRevoke }: KeyRowsProps) {
  const { t } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const columns = [
    { label: t('administration.label') },
    { label: t('administration.role') },
    { label: t('administration.scope') },
    { label: t('administration.mayUse') },
    { label: t('administration.expires') },
    { label: t('administration.lastUsed') },
    { label: t('administration.state') },
    { label: t('administration.actions'), right: true },
  ];
  const at = (time: string | null | undefined, none: string) => (time ? format.dateTime(time, shop.zone) : none);
  const rows = keys.map((key) => ({
    key: key.prefix,
    cells: [
      <span key="label" className={keyState(key, now) === 'works' ? undefined : classes.off}>
        <span className={classes.name}>{key.label}</span>
        <small className={classes.mono}>{key.prefix}…</small>
      </span>,
      t(`administration.roles.${key.role}`),
      <ScopeText key="scope" scope={key.scope} />,
      key.scopes?.map((scope) => t(`administration.scopes.${scope}`)).join(' · ') ?? t('administration.all'),
      at(key.expiresAt, t('administration.never')),
      at(key.lastUsedAt, t('administration.notYet')),
      <Pill key="state" tone={tones[keyState(key, now)]}>
        {t(`administration.${keyState(key, now)}`)}
      </Pill>,
      key.revokedAt ? null : (
        <span key="acts" className={classes.acts}>
          <button type="button" onClick={() => onRevoke(key)}>
            {t('administration.revoke')}
          </button>
        </span>
      ),
    ],
  }));
  return <Rows columns={columns} rows={rows} />;
}
