import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Runs a program of the project and ends this one with its code when it fails. */
export function run(file, args, options = {}) {
  const { status, signal, error } = spawnSync(file, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) console.error(error.message)
  if (status !== 0) process.exit(status ?? (signal === 'SIGINT' ? 130 : 1))
}

/** A JavaScript program of an installed package, run by this Node: no shell, no .cmd files. */
export function runPackage(path, args, options) {
  run(process.execPath, [join(root, 'node_modules', path), ...args], options)
}

/** Installs when nothing is installed or the lock file has changed since. */
export function install() {
  const installed = modified(join(root, 'node_modules', '.package-lock.json'))
  if (installed >= modified(join(root, 'package-lock.json'))) return
  console.log('Installing packages …')
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  run('npm', args, { shell: process.platform === 'win32' })
}

const parts = {
  contracts: {
    from: ['contracts/src', 'contracts/tsconfig.json'],
    build: () => runPackage('typescript/bin/tsc', ['-p', 'contracts']),
  },
  server: {
    from: ['server/src', 'server/tsconfig.json', 'contracts/src'],
    build: () => runPackage('typescript/bin/tsc', ['-p', 'server']),
  },
  web: {
    from: ['web/src', 'web/public', 'web/index.html', 'web/vite.config.ts', 'contracts/src'],
    // Tests say NODE_ENV=test, which would build the slow React of developers.
    build: () =>
      runPackage('vite/bin/vite.js', ['build', '--logLevel', 'warn'], {
        cwd: join(root, 'web'),
        env: { ...process.env, NODE_ENV: 'production' },
      }),
  },
}

/** Builds one part when its sources are newer than what was built last. */
export function build(name) {
  if (name === 'web' && !existsSync(join(root, 'web/index.html'))) return
  const part = parts[name]
  if (!part) throw new Error(`There is no part called ${name}`)
  const stamp = join(root, name, 'dist', '.built')
  const sources = [...part.from, 'tsconfig.base.json', 'package-lock.json'].map((path) => newest(join(root, path)))
  const started = new Date()
  if (modified(stamp) > Math.max(...sources)) return
  console.log(`Building ${name} …`)
  // A file that is no longer written must not stay behind; contracts are only added to, since other programs may be reading them.
  if (name === 'server') rmSync(dirname(stamp), { recursive: true, force: true })
  part.build()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, started.toISOString())
}

/** The latest change in a file or, folders included, under a folder. */
function newest(path) {
  const own = modified(path)
  if (own === 0 || !statSync(path).isDirectory()) return own
  return Math.max(own, ...readdirSync(path).map((name) => newest(join(path, name))))
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
