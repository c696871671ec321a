import { createRouter } from '@tanstack/react-router';

import { parseSearch, writeSearch } from '../filters/search.ts';
import { answers } from './routes/answers.ts';
import { loyalty } from './routes/loyalty.ts';
import { promise } from './routes/promise.ts';
import { root, signedIn, signIn } from './routes/root.ts';
import { rows } from './routes/rows.ts';
import { tools } from './routes/tools.ts';
import { voice } from './routes/voice.ts';

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    signedIn.addChildren([...answers, ...promise, ...voice, ...loyalty, ...rows, ...tools]),
  ]),
  parseSearch,
  stringifySearch: writeSearch,
  // A page's code comes while the pointer rests on its link.
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
