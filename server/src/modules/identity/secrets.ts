import { createCipheriv, createDecipheriv, createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** 256 random bits for a pocket: only its digest is ever stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url')
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

const trivial = new Set(['123456', '654321', '123123', ...Array.from({ length: 10 }, (_, i) => String(i).repeat(6))])

/** Six digits for a letter, never ones that people would try first. */
export function newCode(): string {
  for (;;) {
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
    if (!trivial.has(code)) return code
  }
}

export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Locks a text so that only who holds `key` can read it: the successor of a refresh token, readable with its predecessor. */
export function lock(text: string, key: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', lockKey(key), nonce)
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

export function unlock(locked: string, key: string): string {
  const bytes = Buffer.from(locked, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', lockKey(key), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(-16))
  return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8')
}

// Not the stored digest: whoever reads the table must not be able to open what lies beside it.
const lockKey = (key: string): Buffer => createHash('sha256').update('refresh successor').update(key).digest()
