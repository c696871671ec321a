import { answerRules } from '../../answer/index.ts';
import { Answer } from '../../card/Answer.tsx';
import { AnswerComing } from '../../card/AnswerComing.tsx';
import { CardRow, CardStack } from '../../card/CardRow.tsx';
import { Method } from '../../estimate/Estimate.tsx';
import { useFormat, type Formatter } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { Segment } from '../../shell/Segment.tsx';
import { AgeingCard } from './AgeingCard.tsx';
import { DefectsCard } from './DefectsCard.tsx';
import classes from './index.module.css';
import { MerchantsCard } from './MerchantsCard.tsx';
import { RuleCard } from './RuleCard.tsx';
import { StandingsCard } from './StandingsCard.tsx';
import { useRuleMerchants, useRuleSets, useRulesSearch, useStandings, type Standing } from './use-rules.ts';
import { WhatIfCard } from './WhatIfCard.tsx';
import { headroomText, measureOf, mendText, targetText, usedOf, type Words } from './words.ts';

export default function RulesPage() {
  const { search, change } = useRulesSearch();
  const sets = useRuleSets();
  const set = sets.data?.find(({ code }) => code === search.set) ?? sets.data?.[0];
  const query = useStandings(set?.code, search);
  const { t, pick, lang } = useText();
  const format = useFormat();
  const whose = useWhose(set?.code, query.data?.[0]?.rule.code, search.merchant);
  const answer =
    set && query.data ? answerRules(pick(set.title), whose, said(query.data, lang, t, format), lang) : undefined;
  const chosen = chosenOf(query.data, search.rule);
  return (
    <>
      {answer ? (
        <Answer lead={answer.lead} rest={answer.rest ?? undefined} />
      ) : (
        <AnswerComing work="rules" query={query} />
      )}
      <div className={classes.choice}>
        <Segment
          label={t('rules.set')}
          value={set?.code ?? ''}
          options={(sets.data ?? []).map(({ code, title, description }) => ({
            value: code,
            text: pick(title),
            title: pick(description),
          }))}
          onChange={(code) => change({ set: code, rule: undefined })}
        />
        {search.merchant ? (
          <button type="button" className={classes.whole} onClick={() => change({ merchant: undefined })}>
            {t('rules.toWhole', { merchant: whose })}
          </button>
        ) : null}
      </div>
      <CardRow>
        <StandingsCard
          query={query}
          description={set && pick(set.description)}
          whose={whose}
          chosen={chosen?.rule.code}
          onRule={(rule) => change({ rule })}
        />
      </CardRow>
      {set && chosen ? (
        <OneRule
          ruleSet={set.code}
          standing={chosen}
          merchant={search.merchant}
          onMerchant={(merchant) => change({ merchant })}
        />
      ) : null}
      <CardRow>
        <Method
          title={t('rules.method')}
          parts={[
            [t('rules.methodCountTerm'), t('rules.methodCount')],
            [t('rules.methodRoomTerm'), t('rules.methodRoom')],
            [t('rules.methodAgeingTerm'), t('rules.methodAgeing')],
            [t('rules.methodIntervalTerm'), t('rules.methodInterval')],
            [t('rules.methodSourceTerm'), t('rules.methodSource')],
          ]}
        />
      </CardRow>
    </>
  );
}

interface OneRuleProps {
  ruleSet: string;
  standing: Standing;
  merchant: string | undefined;
  onMerchant: (merchant: string) => void;
}

function OneRule({ ruleSet, standing, merchant, onMerchant }: OneRuleProps) {
  const may = useMayDrill();
  return (
    <>
      <CardRow shape="wide">
        <AgeingCard standing={standing} />
        <CardStack>
          <WhatIfCard standing={standing} />
          <RuleCard standing={standing} />
        </CardStack>
      </CardRow>
      <CardRow shape={may ? 'equal' : 'one'}>
        <MerchantsCard ruleSet={ruleSet} standing={standing} chosen={merchant} onMerchant={onMerchant} />
        {may ? <DefectsCard ruleSet={ruleSet} standing={standing} merchant={merchant} /> : null}
      </CardRow>
    </>
  );
}

const gravity: Record<Standing['figure']['status'], number> = {
  BROKEN: 0,
  AT_RISK: 1,
  KEPT: 2,
  TOO_FEW: 3,
  NOTHING: 4,
};

/** The rule of the address, else the one that asks for attention most. */
const chosenOf = (standings: readonly Standing[] | undefined, rule: string | undefined): Standing | undefined =>
  standings?.find((standing) => standing.rule.code === rule) ??
  standings?.toSorted((a, b) => gravity[a.figure.status] - gravity[b.figure.status] || usedOf(b) - usedOf(a))[0];

/** The merchant's name where it is among those listed, else its id. */
function useWhose(set: string | undefined, rule: string | undefined, merchant: string | undefined): string {
  const { t } = useText();
  const listed = useRuleMerchants(
    set ?? '',
    rule ?? '',
    merchant !== undefined && set !== undefined && rule !== undefined,
  );
  if (merchant === undefined) return t('rules.theShop');
  return listed.data?.find((each) => each.merchant === merchant)?.title ?? merchant;
}

const said = (standings: readonly Standing[], lang: 'en' | 'zh', t: Words, format: Formatter) =>
  standings.map((standing) => ({
    title: standing.rule.title[lang],
    value: format.value(standing.figure.value, measureOf(standing.rule)),
    target: targetText(standing.rule, t, format),
    headroom: headroomText(standing, t, format),
    mend: mendText(standing, t, format),
    status: standing.figure.status,
    used: usedOf(standing),
  }));
