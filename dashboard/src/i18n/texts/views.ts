import type { Translation } from '../words.ts';

export const en = {
  only: 'Only',
  cuts: 'Cut down to',
  cut: 'Keep only this',
  uncut: 'Keep everything again',
  takeAway: '{{what}}: take this filter away',
  unreached: 'Not cut by it: {{names}}',
  andMore: 'and {{n}} more',
} as const;

export const zh: Translation<typeof en> = {
  only: '仅看',
  cuts: '筛选为',
  cut: '仅看这一项',
  uncut: '恢复全部',
  takeAway: '移除筛选：{{what}}',
  unreached: '不受此筛选影响：{{names}}',
  andMore: '等另外 {{n}} 项',
};
