import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Starts the application as a process of its own; `ask` puts a question of support/application.mjs to it. */
export async function startApplication(options) {
  const child = fork(fileURLToPath(new URL('application.mjs', import.meta.url)), [JSON.stringify(options)], {
    serialization: 'advanced',
  })
  const waiting = new Map()
  let last = 0
  const url = await new Promise((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`the application ended with ${code}`)))
    child.on('message', (message) => {
      if (message.url) return resolve(message.url)
      const { settle, fail } = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.error) fail(new Error(message.error))
      else settle(message.told)
    })
  })
  const ask = (what, about) =>
    new Promise((settle, fail) => {
      waiting.set(++last, { settle, fail })
      child.send({ id: last, ask: what, about })
    })
  const stop = () =>
    new Promise((stopped) => {
      child.removeAllListeners('exit')
      child.on('exit', stopped)
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), 3_000).unref()
    })
  return { url, pid: child.pid, ask, stop }
}
