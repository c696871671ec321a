import { createRootRoute, createRoute, type SearchMiddleware } from '@tanstack/react-router';

import { present, readSearch, type Search } from '../../filters/search.ts';
import { readSignInSearch } from '../../pages/sign-in/search.ts';
import { NotFound } from '../NotFound.tsx';
import { Root } from '../Root.tsx';
import { SignedIn } from '../SignedIn.tsx';
import { page } from './page.ts';

const kept = [
  'shop',
  'from',
  'to',
  'grain',
  'region',
  'cut',
  'compare',
  'lang',
  'theme',
] as const satisfies readonly (keyof Search)[];

/** A link that does not mention a filter keeps it; one that sets it to undefined clears it. */
const keepFilters: SearchMiddleware<Search> = ({ search, next }) => {
  const asked = next(search);
  const before = Object.fromEntries(kept.filter((key) => !(key in asked)).map((key) => [key, search[key]]));
  return present({ ...before, ...asked });
};

export const root = createRootRoute({
  component: Root,
  notFoundComponent: NotFound,
  validateSearch: readSearch,
  search: { middlewares: [keepFilters] },
});

export const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: readSignInSearch,
  component: page(() => import('../../pages/sign-in/index.tsx'), 'session'),
});

/** Everything but the way in. */
export const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn });
