import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';

import { request } from '../../api/graphql.ts';
import { Answered } from '../../card/States.tsx';
import { useFormat } from '../../format/index.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useText } from '../../i18n/index.ts';
import { savedQueriesQuery, type SavedQuery } from './queries.ts';
import type { Opened } from './use-opened.ts';
import classes from './SavedList.module.css';

function useSaved(text: string) {
  return useInfiniteQuery({
    queryKey: ['saved-queries', text],
    queryFn: async ({ pageParam, signal }) =>
      (await request(savedQueriesQuery, { after: pageParam, where: text ? { text } : null }, signal)).savedQueries,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
    placeholderData: (before) => before,
  });
}

/** One's own queries and those others share, the latest first. */
export function SavedList({ opened }: { opened: Opened | undefined }) {
  const { t } = useText();
  const [text, setText] = useState('');
  const query = useSaved(useDeferredValue(text.trim()));
  const kept = query.data?.pages.flatMap(({ nodes }) => nodes) ?? [];
  return (
    <>
      <TextInput
        size="xs"
        aria-label={t('query.find')}
        placeholder={t('query.find')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Answered query={query} height={200}>
        {() => (
          <ul className={classes.list} data-testid="saved-queries">
            {kept.map((one) => (
              <li key={one.id}>
                <SavedLink query={one} current={opened?.saved?.id === one.id} />
              </li>
            ))}
          </ul>
        )}
      </Answered>
      {query.data && kept.length === 0 ? (
        <p className={classes.none}>{t(text ? 'query.noneFound' : 'query.noneSaved')}</p>
      ) : null}
      {query.hasNextPage ? (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('cases.more')}
        </Button>
      ) : null}
    </>
  );
}

function SavedLink({ query, current }: { query: SavedQuery; current: boolean }) {
  const { t } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const { id, name, description, mine, owner, sharedWith, updatedAt } = query;
  const whose = mine ? (sharedWith.length > 0 ? t('query.sharedByMe') : undefined) : owner.replace(/^\w+ /, '');
  return (
    <Link
      to="/query"
      search={{ saved: id }}
      className={classes.one}
      aria-current={current ? 'true' : undefined}
      title={description || undefined}
    >
      <b>{name}</b>
      <small>{[whose, format.dateTime(updatedAt, shop.zone)].filter(Boolean).join(' · ')}</small>
    </Link>
  );
}
