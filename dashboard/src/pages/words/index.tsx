import { answerWords } from '../../answer/words.ts';
import { Answer } from '../../card/Answer.tsx';
import { AnswerComing } from '../../card/AnswerComing.tsx';
import { CardRow, CardStack } from '../../card/CardRow.tsx';
import { Partial } from '../../card/States.tsx';
import { Method } from '../../estimate/Estimate.tsx';
import { useText } from '../../i18n/index.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { SayingsCard } from './SayingsCard.tsx';
import { SubjectsCard } from './SubjectsCard.tsx';
import { ToneCard } from './ToneCard.tsx';
import { useSubjects, useWords } from './use-words.ts';
import { WordsCard } from './WordsCard.tsx';

export default function WordsPage() {
  const words = useWords();
  const subjects = useSubjects();
  const { t, lang } = useText();
  const may = useMayDrill();
  const answer = words.data && subjects.data ? answerWords(words.data, subjects.data, lang) : undefined;
  return (
    <>
      {answer ? (
        <Answer lead={answer.lead} rest={answer.rest} />
      ) : (
        <AnswerComing work="words" query={words.error ? words : subjects} />
      )}
      {words.data && !words.data.upToDate ? <Partial>{t('words.reading')}</Partial> : null}
      <CardRow shape={may ? 'wide' : 'one'}>
        <WordsCard query={words} />
        {may ? <SayingsCard first={words.data?.more[0]?.word} /> : null}
      </CardRow>
      <CardRow shape="equal">
        <CardStack>
          <SubjectsCard query={subjects} kind="aspect" />
          <ToneCard />
        </CardStack>
        <SubjectsCard query={subjects} kind="topic" />
      </CardRow>
      <CardRow>
        <Method
          title={t('words.method')}
          parts={[
            [t('words.methodCountedTerm'), t('words.methodCounted')],
            [t('words.methodOddsTerm'), t('words.methodOdds')],
            [t('words.methodSubjectsTerm'), t('words.methodSubjects')],
            [t('words.methodToneTerm'), t('words.methodTone')],
            [t('words.methodPrivacyTerm'), t('words.methodPrivacy')],
          ]}
        />
      </CardRow>
    </>
  );
}
