import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The letters to one address so far, the newest last. They are sent in the background: waits for `atLeast` of them. */
export async function lettersTo(dataDir: string, email: string, atLeast = 1): Promise<string[]> {
  const until = Date.now() + 5_000
  for (;;) {
    const letters = await read(join(dataDir, 'mail'), email)
    if (letters.length >= atLeast || Date.now() > until) return letters
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** The code in the newest letter to an address. */
export async function codeFor(dataDir: string, email: string, atLeast = 1): Promise<string> {
  const code = /\b(\d{6})\b/.exec((await lettersTo(dataDir, email, atLeast)).at(-1) ?? '')?.[1]
  if (!code) throw new Error(`no code was sent to ${email}`)
  return code
}

async function read(folder: string, email: string): Promise<string[]> {
  const files = (await readdir(folder).catch(() => [])).toSorted()
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  return texts.filter((text) => new RegExp(`^To: ${email.replaceAll('.', '\\.')}\r?$`, 'm').test(text)).map(bodyOf)
}

function bodyOf(letter: string): string {
  const [, body = ''] = letter.split(/\r?\n\r?\n/, 2)
  return Buffer.from(body, 'base64').toString('utf8')
}
