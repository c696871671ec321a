import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';

import { withWords, type Area } from '../../i18n/index.ts';

/**
 * A page comes when it is opened, with the words that it says beside those of the frame. Its type is not looked into: it knows its
 * route, and the route would have to know it first.
 */
export const page = (load: () => Promise<object>, ...areas: readonly Area[]) =>
  lazyRouteComponent(() => withWords(load() as Promise<{ default: ComponentType }>, areas));
