import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const NOBODY = 65534
const HOME = '/var/lib/prometric-erp'

/** How PostgreSQL's programs are run: it refuses root, so root has to become somebody else first. */
export interface SystemUser {
  native: string
  /** Where the cluster lives. */
  home: string
  command(program: string, args: string[]): { file: string; args: string[] }
  identity: { uid?: number; gid?: number }
  /** Hands a file or folder made by us to the user that PostgreSQL runs as. */
  give(path: string): void
}

/**
 * An ordinary user runs PostgreSQL as itself. Root maps itself to "nobody" in a user namespace, which needs no rights on the folders;
 * where namespaces are forbidden (Docker's default) it becomes "nobody" for real and keeps data, and binaries if need be, in /var/lib.
 */
export function systemUser(native: string, dataDir: string): SystemUser {
  const plain: SystemUser = {
    native,
    home: dataDir,
    command: (program, args) => ({ file: join(native, 'bin', program), args }),
    identity: {},
    give: () => {},
  }
  if (process.platform === 'win32' || process.getuid?.() !== 0) return plain
  const mapping = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`]
  const namespaces = process.env['EMBEDDED_POSTGRES_NO_USERNS'] !== '1'
  if (namespaces && spawnSync('unshare', [...mapping, 'true']).status === 0) {
    return {
      ...plain,
      command: (program, args) => ({ file: 'unshare', args: [...mapping, join(native, 'bin', program), ...args] }),
    }
  }
  return asNobody(native, dataDir)
}

function asNobody(native: string, dataDir: string): SystemUser {
  const home = join(HOME, createHash('sha256').update(dataDir).digest('hex').slice(0, 12))
  mkdirSync(home, { recursive: true, mode: 0o755 })
  const give = (path: string) => chownSync(path, NOBODY, NOBODY)
  give(home)
  const identity = { uid: NOBODY, gid: NOBODY }
  const reachable = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...identity, cwd: '/' }).status === 0
  const binaries = reachable ? native : copyOf(native)
  return {
    native: binaries,
    home,
    command: (program, args) => ({ file: join(binaries, 'bin', program), args }),
    identity,
    give,
  }
}

/** A checkout under a closed home folder cannot be read by "nobody": its binaries are copied once. */
function copyOf(native: string): string {
  const key = createHash('sha256').update(native).digest('hex').slice(0, 12)
  const copy = join(HOME, `native-${key}`)
  if (existsSync(copy)) return copy
  const half = `${copy}.${process.pid}`
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(half, copy)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}
