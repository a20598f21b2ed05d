import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const compressible = /\.(js|css|html|svg)$/
const tooSmall = 1024

/** Beside each text of the build stands what it is compressed, so that the server sends it so and compresses nothing itself. */
export function compress(): Plugin {
  let folder = ''
  return {
    name: 'compress',
    apply: 'build',
    configResolved: ({ build }) => void (folder = build.outDir),
    async closeBundle() {
      const files = (await readdir(folder, { recursive: true })).filter((file) => compressible.test(file))
      await Promise.all(files.map((file) => compressFile(join(folder, file))))
    },
  }
}

async function compressFile(path: string): Promise<void> {
  const text = await readFile(path)
  if (text.length < tooSmall) return
  await writeFile(`${path}.gz`, await promisify(gzip)(text, { level: 9 }))
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
  await writeFile(`${path}.br`, await promisify(brotliCompress)(text, { params }))
}
