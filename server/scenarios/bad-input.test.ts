import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenInvariants } from '../src/invariants/broken-invariants.js'
import { fillCompany } from './support/busy-company.js'
import { type Company, openCompany } from './support/company.js'
import { faultsOf, nameOf, RequestMaker, send } from './support/generated-requests.js'
import { random } from './support/random.js'

/**
 * Requests made from the program's own description of itself, half of them right and half with something wrong in them. Nothing may break:
 * a request is done, or refused with a code and a sentence, and afterwards the books are in order. The long run is a proof of its own.
 */
const count = Number(process.env['COUNT'] ?? 2500)
const rand = random()

let company: Company
let maker: RequestMaker

beforeAll(async () => {
  company = await openCompany()
  await fillCompany(company)
  maker = new RequestMaker(company, rand)
}, 60_000)
afterAll(() => company.close())

test(
  `${count} requests: none breaks the program (seed ${rand.seed})`,
  async () => {
    const broken: string[] = []
    const altered: string[] = []
    const succeeded = new Set<string>()
    let accepted = 0
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    for (let i = 0; i < count; i++) {
      if (i % 100 === 0) await maker.lookAround()
      const request = maker.make()
      const answer = await send(company.owner, request)
      const faults = faultsOf(request, answer)
      broken.push(...faults.broken)
      altered.push(...faults.altered)
      if (answer.status < 300) {
        accepted++
        succeeded.add(nameOf(request.route))
      }
      if (i % 500 === 499) await company.settle()
    }
    delay.disable()
    await company.settle()
    const never = maker.routes.map(nameOf).filter((name) => !succeeded.has(name))
    console.log(
      `${count} requests, ${accepted} accepted, ${succeeded.size} of ${maker.routes.length} operations with a success, longest stall ${Math.round(delay.max / 1e6)} ms`,
    )
    if (never.length > 0) console.log(`never accepted: ${never.join(', ')}`)
    expect(broken).toEqual([])
    expect(altered).toEqual([])
    expect(accepted / count).toBeGreaterThan(0.25)
    expect(await brokenInvariants((text) => company.sql(text))).toEqual([])
  },
  120_000 + count * 40,
)
