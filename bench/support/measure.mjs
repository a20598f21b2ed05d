/** Does `task` with each of `things` by `clients` callers. Gives how many a second, and milliseconds of CPU for each. */
export async function measure(ground, clients, things, task) {
  const waiting = [...things]
  const before = ground.cpu()
  const from = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await task(next)
    }),
  )
  const seconds = (performance.now() - from) / 1000
  const after = ground.cpu()
  const each = (who) => (after[who] - before[who]) / things.length
  return {
    rate: things.length / seconds,
    application: each('application'),
    client: each('client'),
    postgres: each('postgres'),
  }
}

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Of several measurements, each figure's median. */
export const medianOf = (measured) =>
  Object.fromEntries(Object.keys(measured[0]).map((key) => [key, median(measured.map((one) => one[key]))]))
