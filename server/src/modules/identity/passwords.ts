import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '../../kernel/refusal.js'

/** argon2id (the library's default algorithm), 19 MiB, two passes. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const atOnce = 4
const waitingAtMost = 64

let running = 0
const waiting: Array<() => void> = []

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, options))
}

/** Compares with a hash; with none it does the same work and says no, so that time tells nothing. */
export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  const matches = await inTurn(async () => verify(passwordHash ?? (await nobodysHash()), password))
  return passwordHash !== undefined && matches
}

let nobody: Promise<string> | undefined
const nobodysHash = (): Promise<string> => (nobody ??= hash('the password of nobody', options))

/** Four hashes at once and a short queue: a flood of sign-ins must not eat the machine. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= waitingAtMost) throw new Refusal('RATE_LIMITED', { retryAfterSeconds: 1 })
    await new Promise<void>((resume) => waiting.push(resume))
  } else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
