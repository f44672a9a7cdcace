import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The renderer: static files only, so that both hosts can serve them under a strict policy. */
export default defineConfig({
  root: fileURLToPath(new URL('../renderer', import.meta.url)),
  base: './',
  plugins: [react()],
  resolve: {
    // One language at a time: the sentences are a third of all that is sent.
    alias: [
      {
        find: /^\.\/catalogues\.ts$/,
        replacement: fileURLToPath(
          new URL('../renderer/language/fetched-catalogues.ts', import.meta.url),
        ),
      },
    ],
  },
  build: {
    // The oldest runtime that this starts in.
    target: 'chrome114',
    outDir: fileURLToPath(new URL('../out/renderer', import.meta.url)),
    emptyOutDir: true,
    // Inlined assets and the polyfill would need what the policy does not allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One bundle from the same machine: splitting it would gain nothing.
    chunkSizeWarningLimit: 1000,
  },
});
