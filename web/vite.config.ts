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
        // A page is few files: packages that every page needs, ours that every page needs, what several pages share, the page itself.
        codeSplitting: {
          groups: [
            { name: 'packages', tags: ['$initial'], test: /node_modules/, priority: 3 },
            { name: 'base', tags: ['$initial'], test: /web[\\/]src[\\/](?!main)/, priority: 2 },
            { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 40_000, priority: 1 },
          ],
        },
        chunkFileNames: ({ name }) => `assets/${name.split('~', 1)[0]}-[hash].js`,
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
