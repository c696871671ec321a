export interface NavPage {
  to: '/' | '/delivery' | '/repurchase' | '/data-health';
  label: 'shell.overview' | 'shell.delivery' | 'shell.repurchase' | 'shell.dataHealth';
  /** Drawn above the label on a phone. */
  icon: 'overview' | 'delivery' | 'repurchase' | 'health';
}

export interface NavGroup {
  label: 'shell.groupAnswers' | 'shell.groupPromise' | 'shell.groupLoyalty' | 'shell.groupTools';
  pages: readonly NavPage[];
}

/** Only pages that exist; the order is the reader's: what happened, the promise, loyalty, then the machinery. */
export const navGroups: readonly NavGroup[] = [
  { label: 'shell.groupAnswers', pages: [{ to: '/', label: 'shell.overview', icon: 'overview' }] },
  { label: 'shell.groupPromise', pages: [{ to: '/delivery', label: 'shell.delivery', icon: 'delivery' }] },
  { label: 'shell.groupLoyalty', pages: [{ to: '/repurchase', label: 'shell.repurchase', icon: 'repurchase' }] },
  { label: 'shell.groupTools', pages: [{ to: '/data-health', label: 'shell.dataHealth', icon: 'health' }] },
];

export const navPages: readonly NavPage[] = navGroups.flatMap((group) => group.pages);
