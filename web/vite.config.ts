import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compress } from './compress.ts'

const server = process.env['API'] ?? 'http://localhost:5001'

/** The modules of some of Mantine's components. */
const mantine = (names: string) => new RegExp(`@mantine[\\\\/]core[\\\\/]esm[\\\\/]components[\\\\/](${names})[\\\\/]`)
const small =
  'Button|ActionIcon|UnstyledButton|CloseButton|Checkbox|Input|InputBase|TextInput|SegmentedControl|Loader|VisuallyHidden'
/** What almost every page draws: buttons, plain fields, icons, and what all of Mantine stands on. */
const controls = new RegExp(
  `${mantine(`${small}|Paper|Portal|Transition`).source}|@mantine[\\\\/](hooks|core[\\\\/]esm[\\\\/]core)[\\\\/]|tabler`,
)

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), compress()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Read by web/e2e/bundle.test.ts, which weighs what the first page loads.
    manifest: true,
    rolldownOptions: {
      output: {
        // Few files a page, and none that it can be shown without: menus, dialogs and fields that search come when somebody is near them.
        // A group takes along what its modules need; what two need goes to the one with the higher priority, so no two wait for each other.
        codeSplitting: {
          groups: [
            { name: 'packages', tags: ['$initial'], test: /node_modules/, priority: 9 },
            { name: 'base', tags: ['$initial'], test: /web[\\/]src[\\/](?!main)/, priority: 8 },
            { name: 'controls', test: controls, minShareCount: 2, priority: 7 },
            { name: 'inputs', test: mantine('NativeSelect|Textarea|Radio'), priority: 7 },
            { name: 'overlays', test: mantine('Menu|Popover'), priority: 6 },
            { name: 'dialogs', test: mantine('Modal|Drawer|ScrollArea'), priority: 5 },
            { name: 'fields', test: mantine('Combobox|Select'), priority: 4 },
            {
              name: 'ui',
              test: /web[\\/]src[\\/](lib|ui)[\\/]([^\\/]+|states[\\/].+|overlays[\\/].+)$/,
              minShareCount: 2,
              priority: 4,
            },
            { name: 'lists', test: /web[\\/]src[\\/]ui[\\/]list[\\/]|virtual-core/, minShareCount: 2, priority: 3 },
            {
              name: 'documents',
              test: /web[\\/]src[\\/]ui[\\/](document-page|timeline)[\\/]/,
              minShareCount: 2,
              priority: 3,
            },
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
