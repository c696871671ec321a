import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Answered, Empty } from '../../card/States.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useFormat } from '../../format/index.ts';
import type { SayingsQuery } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { useSayings, useSlices, useWordsSearch } from './use-words.ts';
import classes from './words.module.css';

type Saying = SayingsQuery['sayings'][number];

/** The sentences behind what was clicked; before a click, behind the word that stands out most. */
export function SayingsCard({ first }: { first: string | undefined }) {
  const { said = first === undefined ? undefined : `word:${first}` } = useWordsSearch();
  const { t } = useText();
  if (said === undefined)
    return (
      <Card title={t('words.sayings')}>
        <Empty text={t('words.choose')} height={200} />
      </Card>
    );
  return <Sayings said={said} />;
}

function Sayings({ said }: { said: string }) {
  const { t } = useText();
  const { shop, period } = useFilters();
  const slices = useSlices();
  const isWord = said.startsWith('word:');
  const query = useSayings(said, isWord ? slices.these : { shop, period, where: slices.these.where ?? [] });
  const name = said.slice(said.indexOf(':') + 1);
  return (
    <Card
      id="sayings"
      title={isWord ? t('words.sayingsOf', { word: name }) : t('words.sayings')}
      sub={t('words.sayingsSub')}
    >
      <Answered query={query} height={300}>
        {(sayings) =>
          sayings.length === 0 ? (
            <Empty text={t('words.noSayings')} height={160} />
          ) : (
            <ul className={classes.sayings}>
              {sayings.map((saying) => (
                <SayingLine key={saying.id} saying={saying} word={isWord ? name : ''} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  );
}

/** Where it leads: the case, else the order. */
function Door({ saying }: { saying: Saying }) {
  const { t } = useText();
  const text = t(`words.kind.${saying.kind}`);
  if (saying.kind === 'CASE')
    return (
      <Link to="/cases/$id" params={{ id: saying.id }}>
        {text}
      </Link>
    );
  if (saying.orderId)
    return (
      <Link to="/orders/$id" params={{ id: saying.orderId }}>
        {text}
      </Link>
    );
  return <span>{text}</span>;
}

function SayingLine({ saying, word }: { saying: Saying; word: string }) {
  const format = useFormat();
  const { score } = saying;
  return (
    <li>
      <p lang={saying.language.toLowerCase()}>
        <Marked text={saying.sentence} word={word} />
      </p>
      <small>
        {score == null ? null : <Pill tone={score <= 2 ? 'bad' : score >= 4 ? 'good' : 'flat'}>{score} ★</Pill>}
        <Door saying={saying} />
        <time>{format.day(saying.saidOn)}</time>
      </small>
    </li>
  );
}

/** The word stands out where it is written as it is counted; a plain form may differ. */
function Marked({ text, word }: { text: string; word: string }) {
  const at = word === '' ? -1 : text.toLowerCase().indexOf(word);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + word.length)}</mark>
      {text.slice(at + word.length)}
    </>
  );
}
