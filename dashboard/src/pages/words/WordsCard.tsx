import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Answered, Empty } from '../../card/States.tsx';
import { figureColumn, textColumn, type ChartTable } from '../../charts/index.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useFormat, type Formatter } from '../../format/index.ts';
import type { WordLineFragment, WordsQuery } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { Segment } from '../../shell/Segment.tsx';
import { comparisons, kinds, type Kind, type WordComparison, type WordsSearch } from './search.ts';
import { useWordsSearch } from './use-words.ts';
import classes from './words.module.css';

type Finding = WordsQuery['distinguishingWords'];

/** The words of one side and of the other, surest first; a click reads their sentences. */
export function WordsCard({ query }: { query: UseQueryResult<Finding> }) {
  const { t } = useText();
  const format = useFormat();
  const { against = 'bad' } = useWordsSearch();
  const { data } = query;
  return (
    <Card
      id="words"
      title={t('words.title')}
      sub={t('words.sub', { these: format.count(data?.these.texts), those: format.count(data?.those.texts) })}
      file="words"
      table={data ? tableOf(data, t, format) : undefined}
      note={t('words.note')}
    >
      <Controls />
      <Answered query={query} height={380}>
        {(found) =>
          found.more.length + found.less.length === 0 ? (
            <Empty text={t('words.none')} height={200} />
          ) : (
            <div className={classes.sides}>
              <Side title={t(`words.more.${against}`)} words={found.more} tone="bad" />
              <Side title={t(`words.less.${against}`)} words={found.less} tone="good" />
            </div>
          )
        }
      </Answered>
    </Card>
  );
}

function Controls() {
  const { t } = useText();
  const { regions, cuts } = useFilters();
  const navigate = useNavigate();
  const { against = 'bad', texts } = useWordsSearch();
  const isFiltered = regions.length + cuts.length > 0;
  const change = (to: WordsSearch) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, said: undefined, ...to }), resetScroll: false });
  return (
    <div className={classes.controls}>
      <Segment<WordComparison>
        label={t('words.against')}
        value={against}
        options={comparisons
          .filter((value) => value !== 'rest' || isFiltered || against === 'rest')
          .map((value) => ({ value, text: t(`words.by.${value}`), title: t(`words.by.${value}`) }))}
        onChange={(value) => change({ against: value })}
      />
      <Segment<Kind | 'ALL'>
        label={t('words.texts')}
        value={texts ?? 'ALL'}
        options={(['ALL', ...kinds] as const).map((value) => ({
          value,
          text: t(`words.kind.${value}`),
          title: t(`words.kind.${value}`),
        }))}
        onChange={(value) => change({ texts: value === 'ALL' ? undefined : value })}
      />
    </div>
  );
}

function Side({ title, words, tone }: { title: string; words: readonly WordLineFragment[]; tone: 'good' | 'bad' }) {
  const { t } = useText();
  const widest = Math.max(1, ...words.map(({ z }) => Math.abs(z)));
  return (
    <div className={classes.side} data-tone={tone}>
      <h3>{title}</h3>
      {words.length === 0 ? <p className={classes.none}>{t('words.noneHere')}</p> : null}
      <ol>
        {words.map((word) => (
          <WordRow key={`${word.language}${word.word}`} word={word} width={Math.abs(word.z) / widest} />
        ))}
      </ol>
    </div>
  );
}

function WordRow({ word, width }: { word: WordLineFragment; width: number }) {
  const { t } = useText();
  const format = useFormat();
  const may = useMayDrill();
  const navigate = useNavigate();
  const { said } = useWordsSearch();
  const title = t('words.odds', {
    times: format.bare(Math.exp(Math.abs(word.logOdds)), { unit: 'SCORE', decimals: 1 }),
    these: format.count(word.these),
    those: format.count(word.those),
  });
  const body = (
    <>
      <span className={classes.word} lang={word.language.toLowerCase()}>
        {word.word}
        {word.topics.length === 0 ? <i title={t('words.newTerm')} /> : null}
      </span>
      <span className={classes.track}>
        <i style={{ width: `${width * 100}%` }} />
      </span>
      <b>{format.count(word.these)}</b>
      <span className={classes.other}>{format.count(word.those)}</span>
    </>
  );
  if (!may) return <li title={title}>{body}</li>;
  const chosen = said === `word:${word.word}`;
  const open = () =>
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, said: chosen ? undefined : `word:${word.word}` }),
      resetScroll: false,
    });
  return (
    <li title={title} data-chosen={chosen || undefined}>
      <button type="button" aria-pressed={chosen} onClick={open} data-testid="word">
        {body}
      </button>
    </li>
  );
}

type Translate = ReturnType<typeof useText>['t'];

function tableOf({ more, less }: Finding, t: Translate, format: Formatter): ChartTable {
  const measure = { unit: 'SCORE', decimals: 2 } as const;
  return {
    columns: [
      textColumn(t('words.word')),
      textColumn(t('words.language')),
      figureColumn(t('words.these')),
      figureColumn(t('words.those')),
      figureColumn(t('words.logOdds')),
      figureColumn('z'),
    ],
    rows: [...more, ...less].map(({ word, language, these, those, logOdds, z }) => ({
      cells: [
        word,
        t(`words.languages.${language}`),
        format.count(these),
        format.count(those),
        format.bare(logOdds, measure),
        format.bare(z, measure),
      ],
      raw: [word, language, these ?? null, those ?? null, logOdds, z],
    })),
  };
}
