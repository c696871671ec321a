/** Where each stop of the tour stands on the Overview, in the order a morning goes. */
export const steps = [
  { key: 'answer', at: '[data-testid="answer"]' },
  { key: 'figure', at: 'main article' },
  { key: 'changes', at: '#changes' },
  { key: 'questions', at: '#questions' },
  { key: 'filters', at: '[data-tour="filters"]' },
] as const;

const KEPT = 'rapport.tour';

/** Whoever has seen it, or wanted none, is not asked again. */
export const isTourSeen = (): boolean => localStorage.getItem(KEPT) !== null;
export const rememberTour = (): void => localStorage.setItem(KEPT, 'seen');
