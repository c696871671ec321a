import './theme/styles.ts';

import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { reloadOnLostChunk } from './app/lost-chunk.ts';
import { router } from './app/router.ts';
import { startLanguage } from './i18n/index.ts';
import { loadChineseLetters } from './theme/chinese-letters.ts';

reloadOnLostChunk();
loadChineseLetters();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root" to draw the dashboard in.');
// Not awaited here: what comes later is built on this file, and would wait for it to end.
void startLanguage().then(() =>
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  ),
);
