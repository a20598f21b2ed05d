import { readConfiguration } from './configuration.js'
import { serve } from './serve.js'

try {
  await serve(readConfiguration(process.env))
} catch (error) {
  console.error(told(error))
  process.exitCode = 1
}

/** What went wrong and because of what, in the words of each error; the stack of the innermost, which is a defect or the weather. */
function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause === undefined) return error.message
  const { cause } = error
  return `${error.message}\n${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`
}
