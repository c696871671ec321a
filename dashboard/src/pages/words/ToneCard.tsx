import { Card } from '../../card/Card.tsx';
import { Facts } from '../../card/Facts.tsx';
import { Answered, Empty } from '../../card/States.tsx';
import { useFormat } from '../../format/index.ts';
import type { TextToneQuery } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { partOf } from '../../metric/reckon.ts';
import { useTone } from './use-words.ts';
import classes from './words.module.css';

type Tone = NonNullable<TextToneQuery['textTone']>;

/** How texts without stars sound, and how often the same words are right about texts with stars. */
export function ToneCard() {
  const query = useTone();
  const { t } = useText();
  const format = useFormat();
  const learned = query.data?.learnedFrom;
  return (
    <Card
      id="tone"
      title={t('words.tone')}
      sub={
        learned ? t('words.toneSub', { good: format.count(learned.good), bad: format.count(learned.bad) }) : undefined
      }
    >
      <Answered query={query} height={220}>
        {(tone) => (tone ? <Sounds tone={tone} /> : <Empty text={t('words.noTone')} height={160} />)}
      </Answered>
    </Card>
  );
}

function Sounds({ tone }: { tone: Tone }) {
  const { t } = useText();
  const format = useFormat();
  const right = ({ share, part, whole }: Tone['good']): string =>
    t('words.recognised', { share: format.share(share), part: format.count(part), whole: format.count(whole) });
  return (
    <>
      {tone.kinds
        .filter(({ texts }) => texts)
        .map((kind) => (
          <ToneBar key={kind.kind} kind={kind} />
        ))}
      <Facts
        facts={[
          [t('words.goodRight'), right(tone.good)],
          [t('words.badRight'), right(tone.bad)],
          [t('words.best'), tone.bestWords.slice(0, 8).join(t('words.and'))],
          [t('words.worst'), tone.worstWords.slice(0, 8).join(t('words.and'))],
        ]}
      />
    </>
  );
}

function ToneBar({ kind }: { kind: Tone['kinds'][number] }) {
  const { t } = useText();
  const format = useFormat();
  const parts = [
    ['good', kind.good],
    ['neither', kind.neither],
    ['bad', kind.bad],
  ] as const;
  return (
    <div className={classes.tone}>
      <span>{t(`words.kind.${kind.kind}`)}</span>
      <span
        className={classes.tones}
        role="img"
        aria-label={parts.map(([key, n]) => `${t(`words.tones.${key}`)} ${format.count(n)}`).join(', ')}
      >
        {parts.map(([key, n]) => (
          <i
            key={key}
            data-tone={key}
            style={{ flexGrow: n ?? 0 }}
            title={`${t(`words.tones.${key}`)} ${format.count(n)}`}
          />
        ))}
      </span>
      <b title={format.interval(kind.badInterval, { unit: 'PERCENT', decimals: 1 })}>
        {t('words.soundsBad', { share: format.share(partOf(kind.bad ?? 0, kind.texts ?? 0), 0) })}
      </b>
    </div>
  );
}
