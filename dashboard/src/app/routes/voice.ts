import { createRoute } from '@tanstack/react-router';

import { readWordsSearch } from '../../pages/words/search.ts';
import { page } from './page.ts';
import { signedIn } from './root.ts';

/** What customers say. */
export const voice = [
  createRoute({
    getParentRoute: () => signedIn,
    path: '/voice',
    staticData: { title: 'voice' },
    component: page(() => import('../../pages/voice/index.tsx'), 'overview', 'voice'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/words',
    staticData: { title: 'words' },
    validateSearch: readWordsSearch,
    component: page(() => import('../../pages/words/index.tsx'), 'words'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/fair-reviews',
    staticData: { filters: 'time', title: 'fairReviews' },
    component: page(() => import('../../pages/fair-reviews/index.tsx'), 'fairReviews'),
  }),
] as const;
