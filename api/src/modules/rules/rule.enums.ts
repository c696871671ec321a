import { describedEnum } from '../../platform/graphql/enum.ts';

export const RuleStatus = describedEnum('RuleStatus', 'How a shop stands under a rule.', {
  KEPT: 'The target is met.',
  AT_RISK: 'It is met, but four fifths of the defects it allows are used up; of scores: chance alone may have kept it.',
  BROKEN: 'It is missed.',
  TOO_FEW: 'So few rows that nothing is judged.',
  NOTHING: 'Nothing to count.',
});

export const RuleComparison = describedEnum('RuleComparison', 'On which side of its bound a figure has to be.', {
  BELOW: 'Less than the bound.',
  AT_MOST: 'The bound or less.',
  AT_LEAST: 'The bound or more.',
  ABOVE: 'More than the bound.',
});

export const RuleRows = describedEnum('RuleRows', 'What a rule counts.', {
  ORDERS: 'Orders.',
  PARCELS: 'Parcels.',
  SCORES: 'Scores of satisfaction surveys, 1 to 5; their mean is the figure.',
});

export const RuleSourceKind = describedEnum('RuleSourceKind', 'How sure it is that the platform says so.', {
  OWN_DOCUMENT: 'Read in the platform’s own document.',
  THIRD_PARTY: 'Read in somebody else’s copy of it: check before acting on it.',
  OWN_TARGET: 'No platform states the bound; it is one of our own.',
});
