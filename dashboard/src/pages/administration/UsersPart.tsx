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
import type { UserLineFragment as User } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import classes from './index.module.css';
import { Parts } from './Parts.tsx';
import { usersQuery } from './queries.ts';
import { ScopeText } from './RightsFields.tsx';
import { UserDialog, type UserWork } from './UserDialogs.tsx';

export function UsersPart() {
  const { t } = useText();
  const format = useFormat();
  const query = useQuery({
    queryKey: ['administration', 'users'],
    queryFn: async ({ signal }) => (await request(usersQuery, {}, signal)).users,
  });
  const [work, setWork] = useState<UserWork>();
  const active = query.data?.filter(({ disabledAt }) => !disabledAt).length;
  const lead = query.data
    ? t('administration.leadUsers', { n: format.count(query.data.length), active: format.count(active) })
    : undefined;
  const create = (
    <button type="button" onClick={() => setWork({ kind: 'create' })}>
      {t('administration.newUser')}
    </button>
  );
  return (
    <>
      <RowsHeading lead={lead} rest={t('administration.restUsers')} error={query.error} />
      <Parts part="users" />
      <Card title={t('administration.users')} actions={create} className={classes.users ?? ''}>
        <Answered query={query} height={360}>
          {(users) => <UserRows users={users} onWork={setWork} />}
        </Answered>
      </Card>
      {work ? <UserDialog work={work} onClose={() => setWork(undefined)} /> : null}
    </>
  );
}

interface UserRowsProps {
  users: readonly User[];
  onWork(work: UserWork): void;
}

function UserRows({ users, onWork }: UserRowsProps) {
  const { t } = useText();
  const { shop, viewer } = useShop();
  const format = useFormat();
  const columns = [
    { label: t('administration.name') },
    { label: t('administration.role') },
    { label: t('administration.scope') },
    { label: t('administration.signsInBy') },
    { label: t('administration.since') },
    { label: t('administration.state') },
    { label: t('administration.actions'), right: true },
  ];
  const rows = users.map((user) => ({
    key: user.id,
    cells: [
      <span key="name" className={user.disabledAt ? classes.off : undefined}>
        <span className={classes.name}>{user.name}</span>
        {user.name === viewer.name ? <small>{t('administration.you')}</small> : null}
      </span>,
      t(`administration.roles.${user.role}`),
      <ScopeText key="scope" scope={user.scope} />,
      waysOf(user)
        .map((way) => t(`administration.${way}`))
        .join(' · '),
      format.dateTime(user.createdAt, shop.zone),
      <Pill key="state" tone={user.disabledAt ? 'flat' : 'good'}>
        {t(user.disabledAt ? 'administration.disabled' : 'administration.active')}
      </Pill>,
      <UserActs key="acts" user={user} own={user.name === viewer.name} onWork={onWork} />,
    ],
  }));
  return <Rows columns={columns} rows={rows} />;
}

const waysOf = ({ fromProvider, hasPassword }: User) =>
  [fromProvider ? 'byProvider' : null, hasPassword ? 'byPassword' : null, 'byLink'].filter((way) => way !== null) as (
    | 'byProvider'
    | 'byPassword'
    | 'byLink'
  )[];

/** Nobody takes their own rights away by a slip: for that there is another operator. */
function UserActs({ user, own, onWork }: { user: User; own: boolean; onWork(work: UserWork): void }) {
  const { t } = useText();
  const does = (kind: 'change' | 'disable' | 'enable' | 'link') => (
    <button type="button" onClick={() => onWork({ kind, user })}>
      {t(`administration.${kind}`)}
    </button>
  );
  if (user.disabledAt) return <span className={classes.acts}>{does('enable')}</span>;
  return (
    <span className={classes.acts}>
      {does('link')}
      {own ? null : does('change')}
      {own ? null : does('disable')}
    </span>
  );
}
