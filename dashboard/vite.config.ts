import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { forReaders } from './build/config.ts';
import { ownDocuments } from './build/own-documents.ts';

/** `rapport serve` on its default port, for `vite dev`; the built assets are served by the API itself. */
const api = 'http://127.0.0.1:4000';

export default defineConfig(({ command }) => {
  if (command === 'build') forReaders();
  return {
    plugins: [ownDocuments(), react()],
    build: {
      outDir: 'dist',
      // What a page is made of: the weight of a first load is tested by it.
      manifest: '.parts.json',
      // Fonts stay files: an inlined slice of Noto would reach every reader, needed or not.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1000,
      // What every page needs is one file: in a hundred small ones it would be a fifth heavier, and a browser asks six at a time.
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
    },
    server: { proxy: { '/graphql': api, '/sign-in/link': api, '/sign-out': api } },
  };
});
