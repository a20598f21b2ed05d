import { readConfiguration } from './configuration.js'
import { serve } from './serve.js'

try {
  await serve(readConfiguration(process.env))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
