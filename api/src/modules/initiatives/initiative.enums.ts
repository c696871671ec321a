import { leftOutReasons, themes, unknownReasons } from '@rapport/model/findings';
import { describedEnum } from '../../platform/graphql/enum.ts';

type Described<Names extends Record<string, { en: string }>> = Record<keyof Names & string, string>;
const inEnglish = <Names extends Record<string, { en: string }>>(names: Names): Described<Names> =>
  Object.fromEntries(
    Object.entries(names).map(([name, { en }]) => [name, `${en[0]?.toUpperCase() ?? ''}${en.slice(1)}.`]),
  ) as Described<Names>;

export const InitiativeTheme = describedEnum(
  'InitiativeTheme',
  'What kind of programme it is; the evidence page asks its questions of them by it.',
  inEnglish(themes),
);

export const InitiativeOrigin = describedEnum('InitiativeOrigin', 'Where a programme was written down.', {
  DELIVERED: 'A source delivers it.',
  OWN: 'It was entered here.',
  CHANGED: 'A source delivers it, and it was corrected here.',
});

export const InitiativeVerdict = describedEnum('InitiativeVerdict', 'What can be said of an effect.', {
  EFFECT: 'The interval leaves out zero: there is one, for better or worse.',
  NO_EFFECT:
    'The interval holds zero and nothing as large as what was claimed (or, where nothing was, a tenth of what would have been).',
  CANNOT_TELL: 'Neither: `reason` says why, `remedy` what would help.',
});

export const UnknownReason = describedEnum('UnknownReason', 'Why an effect cannot be told.', unknownReasons);

export const LeftOutReason = describedEnum(
  'LeftOutReason',
  'Why a group was not compared with.',
  inEnglish(leftOutReasons),
);

export const PreTrendVerdict = describedEnum('PreTrendVerdict', 'Whether both sides moved alike before the start.', {
  PARALLEL: 'Nothing speaks against it.',
  DIVERGING: 'They did not: chance would bring such a drift in fewer than one of a hundred cases.',
  UNKNOWN: 'Fewer than three stretches of thirty days to tell it by.',
});
