import { build, install, runPackage } from './project.mjs'

install()
build('contracts')
runPackage('vitest/vitest.mjs', ['run', '--config', 'proofs/vitest.config.mjs', ...process.argv.slice(2)])
