import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type CachedKind, cachedKinds, keptMs, memberSeconds } from '../src/platform/cache/ttl.js'
import type { UnitOfWork } from '../src/platform/database/unit-of-work.js'
import { routeTable } from '../src/platform/http/route.js'
import { contentOf, questionsAbout, type Sold, sold } from './support/cached-questions.js'
import { castOf, ok } from './support/cast.js'
import type { Client } from './support/client.js'
import { type Company, openCompany } from './support/company.js'
import { type SecondProcess, secondProcess } from './support/second-process.js'

const kinds = Object.keys(cachedKinds) as CachedKind[]

describe('how long answers are kept', () => {
  test('each kind as the table says, the rights of a member 60 s', () => {
    expect(memberSeconds).toBe(60)
    expect(Object.fromEntries(Object.entries(cachedKinds).map(([kind, { seconds }]) => [kind, seconds]))).toEqual({
      'product-list': 300,
      'product-card': 600,
      'category-tree': 600,
      'customer-list': 300,
      'customer-card': 600,
      'pipeline-board': 60,
      'order-list': 60,
      'order-card': 60,
      'stock-display': 30,
    })
  })

  test('never longer, and not all until the same moment', () => {
    const kept = Array.from({ length: 200 }, () => keptMs(300))
    expect(Math.max(...kept)).toBeLessThanOrEqual(300_000)
    expect(Math.min(...kept)).toBeGreaterThanOrEqual(270_000)
    expect(new Set(kept).size).toBeGreaterThan(100)
  })

  test('every kind has its route, and only questions are kept', () => {
    const cached = routeTable.filter((route) => route.cached)
    expect(new Set(cached.map((route) => route.cached))).toEqual(new Set(kinds))
    expect(new Set(cached.map((route) => route.method))).toEqual(new Set(['get']))
  })
})

describe('a process that keeps answers', () => {
  const jwtSecret = randomBytes(32).toString('hex')
  let company: Company
  let cast: ReturnType<typeof castOf>
  /** Asks the database every time: what it says is the truth. */
  let truth: SecondProcess
  let about: Sold
  let questions: Readonly<Record<CachedKind, string>>
  beforeAll(async () => {
    company = await openCompany({ cache: 'memory', jwtSecret })
    truth = await secondProcess(company, { jwtSecret })
    cast = castOf(company)
    about = await sold(company, cast)
    questions = questionsAbout(about)
  })
  afterAll(async () => {
    await truth.close()
    await company.close()
  })

  const askAll = (client: Client) =>
    Promise.all(kinds.map(async (kind) => contentOf(await client.get(questions[kind]))))
  /** How often the database is asked meanwhile. */
  async function asked(run: () => Promise<unknown>): Promise<number> {
    const spy = vi.spyOn(company.database, 'run')
    await run()
    const times = spy.mock.calls.length
    spy.mockRestore()
    return times
  }

  test.each(kinds)('%s: asked again, the database is not, and the answer is the same to the byte', async (kind) => {
    const first = await company.owner.get(questions[kind])
    expect(first.status).toBe(200)
    let second = first
    expect(await asked(async () => (second = await company.owner.get(questions[kind])))).toBe(0)
    expect(contentOf(second)).toEqual(contentOf(first))
    expect(contentOf(second)).toEqual(contentOf(await truth.at(company.owner).get(questions[kind])))
    expect(second.meta['requestId']).not.toBe(first.meta['requestId'])
  })

  test('what is not there is asked for every time', async () => {
    const path = `/products/${about.deal}`
    expect((await company.owner.get(path)).error.code).toBe('NOT_FOUND')
    expect(await asked(() => company.owner.get(path))).toBe(1)
  })

  test('whoever is shown the same shares what everybody may see, and nobody gets what is another one’s', async () => {
    const people = [
      company.owner,
      ...(await Promise.all(['ADMIN', 'SALES_REP', 'SALES_REP', 'WAREHOUSE'].map(company.as))),
    ]
    const [, admin] = people
    ok(await admin!.post(`/customers/${about.customer}/notes`, { content: 'между нами', visibility: 'PRIVATE' }))
    for (const round of ['stored', 'kept'])
      for (const person of people)
        expect([round, await askAll(person)]).toEqual([round, await askAll(truth.at(person))])
    const [one, two] = people.slice(2)
    expect(await asked(() => one!.get('/products?limit=7'))).toBe(1)
    expect(await asked(() => two!.get('/products?limit=7'))).toBe(0)
    expect(await asked(() => one!.get('/products?limit=7', { 'accept-language': 'kk' }))).toBe(1)
    expect(await asked(() => admin!.get('/products?limit=7'))).toBe(1)
  })

  test('fifty ask at once what nobody has asked: the database is asked once', async () => {
    for (const path of ['/products?limit=11', '/deals/pipeline?limitPerStage=11']) {
      const answers: string[] = []
      const asking = async () => void answers.push(contentOf(await company.owner.get(path)).text!)
      expect(await asked(() => Promise.all(Array.from({ length: 50 }, asking)))).toBe(1)
      expect(new Set(answers).size).toBe(1)
    }
  })

  /** How often the database is asked again for what was just asked, with this between. Asked once more where an answer came to its end. */
  const askedAgain = (between: () => Promise<unknown> = async () => {}) =>
    expect.poll(
      async () => {
        await askAll(company.owner)
        await between()
        return asked(() => askAll(company.owner))
      },
      { timeout: 60_000 },
    )

  test('a preview moves nothing: what it did was undone', async () => {
    const deal = await cast.deal(about.customer, [[about.product, 1]])
    await askedAgain(async () => ok(await company.owner.post(`/deals/${deal.id}/win/preview`, {}))).toBe(0)
  })

  test('bookkeeping moves nothing either', async () => {
    const bookkeeping = async (work: UnitOfWork) => {
      const aggregate = { aggregateType: 'deal', aggregateId: about.deal, aggregateVersion: 1 }
      work.announce({ name: 'deal.reminded', ...aggregate, payload: {} })
      await work.number('CUS')
    }
    await askedAgain(() => company.database.run(company.tenant(), bookkeeping)).toBe(0)
  })

  test('an If-Match of before a write is refused, and the card then bears the new version', async () => {
    const path = `/customers/${about.customer}`
    const old = (await company.owner.get(path)).headers.get('etag')!
    ok(await company.owner.put(path, { name: 'ТОО «Жаңа»' }, { 'If-Match': old }))
    expect((await company.owner.put(path, { name: 'ТОО «Ескі»' }, { 'If-Match': old })).status).toBe(412)
    const card = await company.owner.get(path)
    expect(card).toMatchObject({ status: 200, data: { name: 'ТОО «Жаңа»' } })
    expect(card.headers.get('etag')).not.toBe(old)
  })

  describe('a write is seen by the next read, of whatever kind', () => {
    const post = async (path: string, body: unknown = {}) => ok(await company.owner.post(path, body)).data
    const put = async (path: string, body: unknown) => ok(await company.owner.put(path, body)).data
    const patch = async (path: string, body: unknown) => ok(await company.owner.patch(path, body)).data
    const opened = () => cast.deal(about.customer, [[about.product, 1]])
    const won = async () => (await post(`/deals/${(await opened()).id}/win`)).order.id as string
    const writes: Readonly<Record<string, () => Promise<unknown>>> = {
      'a product is added': () => cast.product('PRODUCT', 'Орындық'),
      'a product costs more': () => put(`/products/${about.product}`, { price: 12_345 }),
      'a bundle is made of it': () =>
        cast.product('BUNDLE', 'Жиынтық', { bundleItems: [{ componentId: about.product, quantity: 2 }] }),
      'a product goes into a new category': async () => {
        const category = await post('/products/categories', { name: 'Жиһаз' })
        await put(`/products/${about.product}`, { categoryId: category.id })
      },
      'stock is put right': () => cast.stock(about.product, 7),
      'a customer is added': () => cast.customer(),
      'a customer is renamed': () => put(`/customers/${about.customer}`, { name: 'ТОО «Атауы басқа»' }),
      'a customer gets a contact': () =>
        post(`/customers/${about.customer}/contacts`, {
          firstName: 'Ерлан',
          lastName: 'Оспанов',
          phone: '+77011234567',
        }),
      'a customer gets a note': () => post(`/customers/${about.customer}/notes`, { content: 'Звонить утром' }),
      'a deal is opened': opened,
      'a deal moves on': async () => patch(`/deals/${(await opened()).id}/stage`, { stage: 'NEGOTIATION' }),
      'a deal is lost': async () => post(`/deals/${(await opened()).id}/lose`, { lostReason: 'PRICE' }),
      'a deal gets an activity': async () =>
        post(`/deals/${(await opened()).id}/activities`, {
          type: 'CALL',
          subject: 'Звонок',
          scheduledAt: '2030-01-15T10:00:00Z',
        }),
      'a deal is won, with all that follows': won,
      'an order is held': async () => post(`/orders/${await won()}/hold`, { reason: 'MANUAL' }),
      'an order is cancelled': async () => post(`/orders/${await won()}/cancel`, { reason: 'CUSTOMER_REQUEST' }),
      'an order is paid': () => post(`/orders/${about.order}/payments`, { method: 'TRANSFER', amount: 100 }),
      'an order is picked': () => cast.pick(about.order),
      'queued listeners recompute': async () => {
        await won()
        await company.settle()
      },
      'the VAT of the workspace changes': () => put('/settings/vat', { rateMode: 'FIXED', fixedRate: 10 }),
      'somebody joins': () => company.as('SALES_MANAGER'),
    }

    test.each(Object.keys(writes))('%s', async (name) => {
      await askedAgain().toBe(0)
      const before = await askAll(company.owner)
      await writes[name]!()
      const after = await askAll(company.owner)
      expect(after).toEqual(await askAll(truth.at(company.owner)))
      if (name !== 'somebody joins') expect(after).not.toEqual(before)
    })
  })

  test('what was found, not found and found out of date is counted', async () => {
    const counted = await (await fetch(`${company.url}/metrics`)).text()
    for (const outcome of ['hit', 'miss', 'stale'])
      expect(counted).toMatch(new RegExp(`cache_reads_total{kind="pipeline-board",outcome="${outcome}"} [1-9]`))
  })
})
