import { Skeleton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';

import { Answer } from '../../card/Answer.tsx';
import { CardStack } from '../../card/CardRow.tsx';
import { Answered } from '../../card/States.tsx';
import { useShop, type Definition } from '../../filters/shop-context.tsx';
import { useText } from '../../i18n/index.ts';

import { DefinitionCard } from './DefinitionCard.tsx';
import { ExampleCard } from './ExampleCard.tsx';
import { VersionsCard } from './VersionsCard.tsx';
import { ReckonedCard } from './ReckonedCard.tsx';
import classes from './index.module.css';
import { useGuide } from './use-guide.ts';

/** What every metric means and how it is reckoned, with an example whose rows can be opened. */
export default function GuidePage() {
  const { definition, guide, own, period, example } = useGuide();
  const { pick } = useText();
  return (
    <>
      {definition && own ? (
        <Answer lead={pick(definition.title)} rest={pick(own.formula)} />
      ) : (
        <Skeleton height={66} mt={22} mb={18} />
      )}
      <Metrics chosen={definition} />
      <Answered query={guide} height={480}>
        {() =>
          definition && own ? (
            <CardStack>
              <ReckonedCard definition={definition} guide={own} />
              {definition.version > 1 ? <VersionsCard definition={definition} /> : null}
              <ExampleCard definition={definition} example={example} period={period} />
              <DefinitionCard definition={definition} guide={own} />
            </CardStack>
          ) : null
        }
      </Answered>
    </>
  );
}

function Metrics({ chosen }: { chosen: Definition | undefined }) {
  const { t, pick } = useText();
  const { definitions } = useShop();
  const navigate = useNavigate();
  return (
    <label className={classes.choice}>
      {t('guide.metric')}
      <select
        value={chosen?.id}
        onChange={(event) =>
          void navigate({ to: '/guide', search: { metric: event.currentTarget.value }, resetScroll: false })
        }
      >
        {[...definitions.values()].map((definition) => (
          <option key={definition.id} value={definition.id}>
            {pick(definition.title)}
          </option>
        ))}
      </select>
    </label>
  );
}
