import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `rapport serve` on its default port, for `vite dev`; the built assets are served by the API itself. */
const api = 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    // What a page is made of: the weight of a first load is tested by it.
    manifest: '.parts.json',
    // Fonts stay files: an inlined slice of Noto would reach every reader, needed or not.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/graphql': api, '/sign-in/link': api, '/sign-out': api } },
});
