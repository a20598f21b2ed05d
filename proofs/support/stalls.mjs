import { readFileSync, writeFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/**
 * Loaded before the program: notes how long its event loop stood still. `own` is what the thread itself computed meanwhile: on a machine
 * that others use, a thread that only waits for its turn stands still too, which says nothing of the program.
 */
const everyMs = 10
const worthNoting = 30
if (isMainThread && process.env.STALLS_FILE) {
  const stalls = []
  let last = { at: performance.now(), own: own() }
  setInterval(() => {
    const now = { at: performance.now(), own: own() }
    const wall = now.at - last.at - everyMs
    if (wall > worthNoting) stalls.push({ at: Date.now(), wall: Math.round(wall), own: Math.round(now.own - last.own) })
    last = now
  }, everyMs).unref()
  process.on('exit', () => writeFileSync(process.env.STALLS_FILE, JSON.stringify(stalls)))
}

/** Milliseconds of computing by the main thread so far. */
function own() {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return performance.now()
  }
}
