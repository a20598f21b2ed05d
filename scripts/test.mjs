import { build, install, runPackage } from './project.mjs'

install()
build('contracts')
runPackage('vitest/vitest.mjs', ['run', ...process.argv.slice(2)])
