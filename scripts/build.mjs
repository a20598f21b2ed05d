import { build, install } from './project.mjs'

const wanted = process.argv.slice(2)
install()
for (const part of wanted.length > 0 ? wanted : ['contracts', 'server', 'web']) build(part)
