import { TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';

import { Answer } from '../../card/Answer.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { exampleGroups, type Example } from './example-file.ts';
import { examples } from './examples.ts';
import classes from './gallery.module.css';
import { mayAsk } from './may-ask.ts';
import { Tabs } from './Tabs.tsx';

/** Both languages are searched: a reader knows the word in one of them. */
const wordsOf = ({ id, title, question, reading, document }: Example): string =>
  [id, title.en, title.zh, question.en, question.zh, reading.en, reading.zh, document].join(' ').toLowerCase();

const holds = (words: string, asked: string): boolean =>
  asked
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.includes(part));

export default function ExamplesPage() {
  const { t } = useText();
  const { viewer } = useShop();
  const format = useFormat();
  const [asked, setAsked] = useState('');
  const found = useMemo(() => examples.filter((example) => holds(wordsOf(example), asked)), [asked]);
  return (
    <>
      <Answer lead={t('query.gallery', { n: format.count(examples.length) })} rest={t('query.galleryRest')} />
      <Tabs />
      <div className={classes.find}>
        <TextInput
          aria-label={t('query.findExample')}
          placeholder={t('query.findExample')}
          value={asked}
          onChange={(event) => setAsked(event.currentTarget.value)}
        />
        <span role="status">{t('query.found', { n: format.count(found.length) })}</span>
      </div>
      {exampleGroups.map((group) => (
        <Group
          key={group}
          title={t(`query.group.${group}`)}
          examples={found.filter((example) => example.group === group)}
          opens={mayAsk(viewer.role)}
        />
      ))}
      {found.length === 0 ? <p className={classes.none}>{t('query.noExample')}</p> : null}
    </>
  );
}

function Group({ title, examples: shown, opens }: { title: string; examples: readonly Example[]; opens: boolean }) {
  if (shown.length === 0) return null;
  return (
    <section className={classes.group}>
      <h2>{title}</h2>
      <ul>
        {shown.map((example) => (
          <li key={example.id}>
            <ExampleCard example={example} opens={opens} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ExampleCard({ example: { id, title, question, reading }, opens }: { example: Example; opens: boolean }) {
  const { t, pick } = useText();
  return (
    <article className={classes.card} data-testid="example" data-example={id}>
      <h3>
        <small>{id}</small> {pick(title)}
      </h3>
      <p>{pick(question)}</p>
      <p className={classes.reading}>{pick(reading)}</p>
      {opens ? (
        <Link to="/query" search={{ example: id }} aria-label={`${t('query.open')} ${pick(title)}`}>
          {t('query.open')}
        </Link>
      ) : null}
    </article>
  );
}
