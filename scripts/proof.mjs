import { build, install, runPackage } from './project.mjs'

install()
build('contracts')
runPackage('vitest/vitest.mjs', ['run', '--config', 'proofs/vitest.config.ts', ...process.argv.slice(2)])
