import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build, install, root } from './project.mjs'

install()
for (const part of ['contracts', 'server', 'web']) build(part)

const server = spawn(process.execPath, ['--enable-source-maps', join(root, 'server/dist/main.js')], {
  cwd: root,
  stdio: 'inherit',
})
// In a terminal Ctrl-C reaches the server by itself, under a supervisor only we are told; it minds a second signal as little as a first.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
server.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
