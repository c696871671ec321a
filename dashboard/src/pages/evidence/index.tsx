import { Answer } from '../../card/Answer.tsx';
import { CardRow } from '../../card/CardRow.tsx';
import { useText } from '../../i18n/index.ts';
import { answerEvidence } from './answer.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { questions, useEvidence } from './use-evidence.ts';

/** What the literature claims about service and loyalty, held against this shop's own data. */
export default function EvidencePage() {
  const queries = useEvidence();
  const { lang } = useText();
  const verdicts = queries.flatMap(({ data }) => (data ? [data.verdict] : []));
  const answer = answerEvidence(verdicts, questions.length, lang);
  return (
    <>
      <Answer lead={answer.lead} rest={answer.rest} />
      {questions.map((id, at) => {
        const query = queries[at];
        return query ? (
          <CardRow key={id}>
            <QuestionCard id={id} query={query} />
          </CardRow>
        ) : null;
      })}
    </>
  );
}
