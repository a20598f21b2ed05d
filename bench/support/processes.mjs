import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts CPU in hundredths of a second. */
const tickMs = 10

/** The fields of /proc/<pid>/stat behind the name, which may hold spaces. */
function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
  } catch {
    return undefined
  }
}

const [parent, ownUser, ownSystem, endedUser, endedSystem] = [1, 11, 12, 13, 14]

/** CPU of a process in milliseconds. */
export function cpuOf(pid) {
  const stat = statOf(pid)
  return stat ? (Number(stat[ownUser]) + Number(stat[ownSystem])) * tickMs : 0
}

const children = (pid) =>
  readdirSync('/proc').filter((name) => /^\d+$/.test(name) && statOf(name)?.[parent] === String(pid))

/** CPU of a PostgreSQL server in milliseconds: of the server, its living backends and those that ended. */
export function cpuOfPostgres(pid) {
  const stat = statOf(pid)
  const ended = (Number(stat[endedUser]) + Number(stat[endedSystem])) * tickMs
  return cpuOf(pid) + ended + children(pid).reduce((sum, child) => sum + cpuOf(child), 0)
}

/** The process id of the server to which `client` is connected, when it runs on this machine. */
export async function postgresPid(client) {
  const { rows } = await client.query('select pg_backend_pid() as pid')
  return Number(statOf(rows[0].pid)[parent])
}

const kilobytes = (pid, key) => {
  try {
    const line = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').match(new RegExp(`^${key}:\\s+(\\d+)`, 'm'))
    return Number(line?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** Resident memory of a process in MB. */
export const memoryOf = (pid) => kilobytes(pid, 'Rss') / 1024

/** Memory of a PostgreSQL server in MB, what its processes share counted once. */
export const memoryOfPostgres = (pid) =>
  [pid, ...children(pid)].reduce((sum, each) => sum + kilobytes(each, 'Pss'), 0) / 1024

/** The process id of the PostgreSQL server whose data lies somewhere in `folder`. */
export function postgresIn(folder) {
  const found = readdirSync('/proc').filter((name) => {
    try {
      const [program, flag, cluster] = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0')
      return program.endsWith('/postgres') && flag === '-D' && cluster.startsWith(folder)
    } catch {
      return false
    }
  })
  return found.map(Number).toSorted((a, b) => a - b)[0]
}
