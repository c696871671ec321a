import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { figureColumn, textColumn, type ChartTable } from '../../charts/index.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useFormat, type Formatter } from '../../format/index.ts';
import type { SubjectLineFragment, TextSubjectsQuery } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { lengthOf } from '../../metric/reckon.ts';
import { useWordsSearch } from './use-words.ts';
import classes from './words.module.css';

type Subjects = TextSubjectsQuery['textSubjects'];
const STARS = { unit: 'SCORE', decimals: 2 } as const;

interface SubjectsCardProps {
  query: UseQueryResult<Subjects>;
  kind: 'aspect' | 'topic';
}

/** What texts speak of: how often, with how many stars, and whether that is more than before. */
export function SubjectsCard({ query, kind }: SubjectsCardProps) {
  const { t, pick } = useText();
  const format = useFormat();
  const { period } = useFilters();
  const subjectsOf = (data: Subjects) => (kind === 'aspect' ? data.aspects : data.topics);
  return (
    <Card
      id={`${kind}s`}
      title={t(`words.${kind}s`)}
      sub={t(`words.${kind}sSub`, {
        days: format.dayRange(period.from, period.to),
        n: format.count(query.data?.texts),
        stars: format.bare(query.data?.score, STARS),
      })}
      file={`${kind}s-of-texts`}
      table={query.data ? tableOf(subjectsOf(query.data), t, pick, format) : undefined}
    >
      <Answered query={query} height={240} empty={(data) => data.texts === 0}>
        {(data) => <Table kind={kind} subjects={subjectsOf(data)} />}
      </Answered>
    </Card>
  );
}

function Table({ kind, subjects }: { kind: 'aspect' | 'topic'; subjects: readonly SubjectLineFragment[] }) {
  const { t } = useText();
  const widest = Math.max(0.0001, ...subjects.map(({ share }) => share ?? 0));
  return (
    <div className={classes.scroll}>
      <table className={classes.subjects}>
        <thead>
          <tr>
            <th>{t(`words.${kind}`)}</th>
            <th>{t('words.share')}</th>
            <th data-right>{t('words.change')}</th>
            <th data-right>{t('words.stars')}</th>
            <th data-right>{t('words.badShare')}</th>
          </tr>
        </thead>
        <tbody>
          {subjects.map((subject) => (
            <SubjectRow key={subject.code} kind={kind} subject={subject} widest={widest} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SubjectRowProps {
  kind: 'aspect' | 'topic';
  subject: SubjectLineFragment;
  widest: number;
}

function SubjectRow({ kind, subject, widest }: SubjectRowProps) {
  const { pick } = useText();
  const format = useFormat();
  const { share, shareInterval, score, scoreInterval, badShare, badInterval } = subject;
  return (
    <tr>
      <td>
        <Name kind={kind} subject={subject} />
      </td>
      <td aria-label={format.share(share)}>
        <span className={classes.bar} title={format.interval(shareInterval, { unit: 'PERCENT', decimals: 1 })}>
          <i style={{ width: lengthOf(share, widest) }} />
          <b>{format.share(share)}</b>
        </span>
      </td>
      <td data-right>
        <Change subject={subject} />
      </td>
      <td data-right title={format.interval(scoreInterval, STARS)}>
        {format.bare(score, STARS)}
      </td>
      <td data-right title={`${pick(subject.label)} ${format.interval(badInterval, { unit: 'PERCENT', decimals: 1 })}`}>
        {format.share(badShare, 0)}
      </td>
    </tr>
  );
}

/** Grey where the difference may be chance. */
function Change({ subject: { difference, differenceInterval } }: { subject: SubjectLineFragment }) {
  const format = useFormat();
  if (difference == null) return <>{format.noValue()}</>;
  const sure = differenceInterval != null && (differenceInterval.low > 0 || differenceInterval.high < 0);
  return <span data-sure={sure || undefined}>{format.change(difference, { unit: 'PERCENT', decimals: 1 })}</span>;
}

function Name({ kind, subject }: Omit<SubjectRowProps, 'widest'>) {
  const { pick } = useText();
  const may = useMayDrill();
  const navigate = useNavigate();
  const { said } = useWordsSearch();
  const key = `${kind}:${subject.code}`;
  if (!may || !subject.texts) return <span title={pick(subject.means)}>{pick(subject.label)}</span>;
  const open = () =>
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, said: said === key ? undefined : key }),
      hash: 'sayings',
    });
  return (
    <button type="button" title={pick(subject.means)} aria-pressed={said === key} onClick={open}>
      {pick(subject.label)}
    </button>
  );
}

type Text = ReturnType<typeof useText>;

function tableOf(
  subjects: readonly SubjectLineFragment[],
  t: Text['t'],
  pick: Text['pick'],
  format: Formatter,
): ChartTable {
  return {
    columns: [
      textColumn(t('words.subject')),
      figureColumn(t('words.textsColumn')),
      figureColumn(t('words.share')),
      figureColumn(t('words.change')),
      figureColumn(t('words.stars')),
      figureColumn(t('words.badShare')),
    ],
    rows: subjects.map(({ label, texts, share, difference, score, badShare }) => ({
      cells: [
        pick(label),
        format.count(texts),
        format.share(share),
        format.change(difference, { unit: 'PERCENT', decimals: 1 }),
        format.bare(score, STARS),
        format.share(badShare),
      ],
      raw: [pick(label), texts ?? null, share ?? null, difference ?? null, score ?? null, badShare ?? null],
    })),
  };
}
