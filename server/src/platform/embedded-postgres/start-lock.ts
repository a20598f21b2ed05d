import { linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const STALE_AFTER_MS = 120_000
const GIVE_UP_AFTER_MS = 180_000

/** Runs `work` while no other process on this data folder starts or stops the server; the losers wait for the winner. */
export async function withStartLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock = join(dataDir, 'postgres.lock')
  const mine = `${lock}.${process.pid}`
  rmSync(mine, { force: true })
  writeFileSync(mine, '')
  const deadline = Date.now() + GIVE_UP_AFTER_MS
  try {
    // The lock is a link to the holder's own file: it appears whole or not at all, and its inode tells who holds it.
    while (!tryTo(() => linkSync(mine, lock))) {
      if (Date.now() > deadline) throw new Error(`${lock} is held by another process; remove it if there is none`)
      const stale = staleInode(dataDir, lock)
      if (stale === undefined) await sleep(100)
      else breakLock(lock, stale)
    }
    try {
      forgetTheDead(dataDir)
      return await work()
    } finally {
      rmSync(lock, { force: true })
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Removes what killed holders left beside the lock. */
function forgetTheDead(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    const pid = /^postgres\.lock\.(\d+)$/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(dataDir, name), { force: true })
  }
}

/** The inode of a lock whose holder is dead or gone, or which is far too old (another process may have taken the holder's number). */
function staleInode(dataDir: string, lock: string): number | undefined {
  try {
    const held = statSync(lock)
    if (Date.now() - held.mtimeMs > STALE_AFTER_MS) return held.ino
    const holder = readdirSync(dataDir).find(
      (name) => /^postgres\.lock\.\d+$/.test(name) && statSync(join(dataDir, name)).ino === held.ino,
    )
    return holder && isAlive(Number(holder.slice('postgres.lock.'.length))) ? undefined : held.ino
  } catch {
    return undefined
  }
}

/** Moves a stale lock away; if a living process took the lock in between, it is put back. */
function breakLock(lock: string, inode: number): void {
  const aside = `${lock}.stale-${process.pid}`
  if (!tryTo(() => renameSync(lock, aside))) return
  if (statSync(aside).ino !== inode) tryTo(() => linkSync(aside, lock))
  rmSync(aside, { force: true })
}

/** The processes using one server: the last one to leave stops it. */
export const users = {
  join(dataDir: string): void {
    mkdirSync(join(dataDir, 'users'), { recursive: true })
    writeFileSync(join(dataDir, 'users', String(process.pid)), '')
  },
  leave(dataDir: string): void {
    rmSync(join(dataDir, 'users', String(process.pid)), { force: true })
  },
  others(dataDir: string): number {
    let living = 0
    for (const name of readdirSync(join(dataDir, 'users'))) {
      if (Number(name) === process.pid) continue
      if (isAlive(Number(name))) living += 1
      else rmSync(join(dataDir, 'users', name), { force: true })
    }
    return living
  },
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function tryTo(action: () => void): boolean {
  try {
    action()
    return true
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST' || code === 'ENOENT') return false
    throw error
  }
}
