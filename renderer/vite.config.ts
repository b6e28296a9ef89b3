import react from '@vitejs/plugin-react';
import type { AcceptedPlugin } from 'postcss';
import presetMantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';

// The package has no types of its own.
const mantinePlugin = presetMantine as () => AcceptedPlugin;

/** The renderer as static files: relative addresses, so that both hosts can serve it; no eval, no inline script. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  css: { postcss: { plugins: [mantinePlugin()] } },
  worker: { format: 'es' },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
});
