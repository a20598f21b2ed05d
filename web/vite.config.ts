import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env['API'] ?? 'http://localhost:5001'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Read by web/e2e/bundle.test.ts, which weighs what the first page loads.
    manifest: true,
    rolldownOptions: {
      output: {
        // A page is five files: packages and ours that every page begins with, packages and ours that several pages share, the page. Finer
        // groups were tried: files that import one another in a circle, and a page that stays white.
        codeSplitting: {
          groups: [
            { name: 'packages', tags: ['$initial'], test: /node_modules/, priority: 4 },
            { name: 'base', tags: ['$initial'], test: /web[\\/]src[\\/](?!main)/, priority: 3 },
            { name: 'controls', test: /node_modules[\\/](?!socket|engine)/, minShareCount: 2, priority: 2 },
            { name: 'common', test: /web[\\/]src/, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  // `npx vite web` while the server runs: the same addresses as in production.
  server: {
    proxy: {
      '/api': server,
      // The server asks that the page and the socket come from one host.
      '/socket.io': { target: server, ws: true, changeOrigin: true, rewriteWsOrigin: true },
    },
  },
})
