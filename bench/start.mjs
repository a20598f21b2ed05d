// How long the program takes to be ready, what memory it keeps, and what a browser loads for each page.
// node bench/start.mjs [requests of the load, 4000]
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { memoryOf, memoryOfPostgres, postgresIn } from './support/processes.mjs'
import { pageWeights } from '../web/e2e/page-weights.mjs'

const load = Number(process.argv[2] ?? 4000)
const program = fileURLToPath(new URL('../server/dist/main.js', import.meta.url))

const freePort = () =>
  new Promise((free) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => free(port))
    })
  })

/** Starts the delivered program and waits for the word that it is ready. */
async function start(dataDir, demo) {
  const port = await freePort()
  const from = performance.now()
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      DEMO: demo ? '1' : '0',
      LOG_LEVEL: 'error',
      RATE_LIMIT_READS: '100000000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((ready, failed) => {
    child.on('exit', (code) => failed(new Error(`the program ended with ${code}`)))
    child.stdout.on('data', (text) => String(text).includes('is ready') && ready())
  })
  const seconds = (performance.now() - from) / 1000
  const stop = () =>
    new Promise((stopped) => {
      child.removeAllListeners('exit')
      child.on('exit', stopped)
      child.kill('SIGTERM')
    })
  return { url: `http://127.0.0.1:${port}`, pid: child.pid, seconds, stop }
}

/** The demo company's pages asked by eight clients, as people open them. */
async function ask(url, count) {
  const signIn = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'demo@prometric.kz', password: 'Demo-2026!' }),
  }).then((answer) => answer.json())
  const headers = { authorization: `Bearer ${signIn.data.accessToken}` }
  const home = `${url}/api/v1/workspaces/${signIn.data.workspaceId ?? signIn.data.memberships[0].workspaceId}`
  const paths = ['/deals/pipeline', '/deals?limit=50', '/orders?limit=50', '/customers?limit=50', '/products?limit=50']
  let turn = 0
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (turn < count) {
        const answer = await fetch(home + paths[turn++ % paths.length], { headers })
        if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`)
        await answer.arrayBuffer()
      }
    }),
  )
}

const times = []
const memory = []
for (const demo of [false, true]) {
  const dataDir = mkdtempSync(join(tmpdir(), 'prometric-start-'))
  let running
  try {
    running = await start(dataDir, demo)
    const first = running.seconds
    await running.stop()
    running = await start(dataDir, demo)
    times.push([demo ? 'with the demo company' : 'empty', first, running.seconds])
    const remember = (when) => memory.push([when, memoryOf(running.pid), memoryOfPostgres(postgresIn(dataDir))])
    await sleep(3_000)
    remember(`idle, ${demo ? 'with the demo company' : 'empty'}`)
    if (demo) {
      await ask(running.url, load)
      remember(`after ${load} requests`)
      await sleep(30_000)
      remember('half a minute later')
    }
  } finally {
    await running?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const table = (head, rows, digits) => {
  console.log(`\n| ${head.join(' | ')} |\n|${head.map(() => ' --- |').join('')}`)
  for (const [name, ...figures] of rows)
    console.log(`| ${[name, ...figures.map((each) => each.toFixed(digits))].join(' | ')} |`)
}
table(['start to ready', 'first, s', 'later, s'], times, 1)
table(['memory', 'node, MB', 'PostgreSQL, MB (shared counted once)'], memory, 0)
const pages = pageWeights(fileURLToPath(new URL('../web/dist', import.meta.url)))
  .map(({ page, script, style, own }) => [page, script + style, script, style, own])
  .toSorted((a, b) => b[1] - a[1])
table(['page', 'first visit, KB gz', 'of it script', 'of it style', 'of it only this page'], pages, 1)
