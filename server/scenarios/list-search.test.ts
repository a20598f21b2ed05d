import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fold } from '../src/kernel/kazakhstan/folding.js'
import { vectors } from '../src/kernel/kazakhstan/vectors.js'
import { type Company, openCompany } from './support/company.js'

let company: Company

beforeAll(async () => {
  company = await openCompany()
})
afterAll(() => company.close())

const found = async (path: string, words: string, by = company.owner): Promise<string[]> => {
  const { status, data } = await by.get(`${path}${path.includes('?') ? '&' : '?'}search=${encodeURIComponent(words)}`)
  expect(status).toBe(200)
  return data.map((row: { name: string }) => row.name)
}
const newCustomer = async (fields: object) => {
  const made = await company.owner.post('/customers', { type: 'COMPANY', ignoreDuplicates: true, ...fields })
  expect(made.error).toBeUndefined()
  return made.data
}
const newProduct = async (fields: object) => {
  const made = await company.owner.post('/products', {
    productType: 'PRODUCT',
    price: 1000,
    purchasePrice: 500,
    ...fields,
  })
  expect(made.error).toBeUndefined()
  return made.data
}

describe('folding in the database', () => {
  const folded = async (texts: readonly string[]): Promise<string[]> =>
    (
      await company.sql<{ folded: string }>(
        'select app.fold(t) as folded from unnest($1::text[]) with ordinality as asked(t, n) order by n',
        [texts],
      )
    ).map((row) => row.folded)

  it('says the same as folding in the program', async () => {
    const texts = [
      ...vectors.fold.map(([text]) => text!),
      '  ТОО «Қазақ  телеком» ',
      'Индира ikea',
      'ikea-Iскер IKEA',
      `„a“ ”b‘ ’c" 'd'`,
      'ҚАЗАҚСТАН ҺАН ҰҒЫМ ӘӨҮІҢ ЁЖ',
      '5% [скидка]_\\',
    ]
    expect(await folded(texts)).toEqual(texts.map(fold))
  })

  it('of any words in our letters', async () => {
    const letter = fc.constantFrom(
      ...'абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіАБЁЙӘҒҚҢӨҰҮҺІabcxyzIiQ019 -+«»"\'.,№%_\\',
    )
    const texts = fc.sample(fc.string({ unit: letter, maxLength: 40 }), 500)
    expect(await folded(texts)).toEqual(texts.map(fold))
  })
})

describe('customers', () => {
  beforeAll(async () => {
    await newCustomer({
      name: 'ТОО «Құрылыс Сервис»',
      phone: '+77012345678',
      bin: '940140000385',
      email: 'info@kurylys.kz',
      contacts: [{ firstName: 'Айгүл', lastName: 'Серікова', phone: '87272501234', isPrimary: true }],
    })
    await newCustomer({ name: 'Өскемен Ағаш', phone: '+77771112233' })
    await newCustomer({ name: 'Скидка 5%_\\', phone: '+77771112244' })
  })

  it.each([
    ['the Russian keyboard', 'курылыс'],
    ['the Kazakh keyboard', 'ҚҰРЫЛЫС'],
    ['words in their order', 'тоо сервис'],
    ['a part of the phone', '0123456'],
    ['the BIN', '940140000385'],
    ['the e-mail', 'KURYLYS.kz'],
    ['a contact', 'серикова'],
    ['the phone of a contact', '7272501234'],
    ['two letters', 'ры'],
  ])('are found by %s', async (_, words) => {
    expect(await found('/customers', words)).toEqual(['ТОО «Құрылыс Сервис»'])
  })

  it.each(['сервис агаш', 'курылыс ағаш', 'нет такого', 'қы'])('are not found by %s', async (words) => {
    expect(await found('/customers', words)).toEqual([])
  })

  it('take the signs of a pattern as letters', async () => {
    expect(await found('/customers', '5%_\\')).toEqual(['Скидка 5%_\\'])
    expect(await found('/customers', 'т%о')).toEqual([])
    expect(await found('/customers', 'т_о')).toEqual([])
  })

  it('are all shown when nothing is asked, and no filter is lost', async () => {
    expect(await found('/customers', '  ')).toHaveLength(3)
    expect(await found('/customers?status=LEAD', 'оскемен')).toEqual(['Өскемен Ағаш'])
    expect(await found('/customers?status=ACTIVE', 'оскемен')).toEqual([])
  })

  it('are found by their new name and contact, and no longer by the old or when they are gone', async () => {
    const made = await newCustomer({ name: 'Прежнее Имя', phone: '+77775550001' })
    await company.owner.put(`/customers/${made.id}`, { name: 'Новое Имя', companyName: 'Новое Имя' })
    expect(await found('/customers', 'прежнее')).toEqual([])
    expect(await found('/customers', 'новое имя')).toEqual(['Новое Имя'])
    const contact = { firstName: 'Гүлнар', lastName: 'Әбенова', phone: '+77015550002' }
    const { data: kept } = await company.owner.post(`/customers/${made.id}/contacts`, contact)
    expect(await found('/customers', 'абенова гулнар')).toEqual(['Новое Имя'])
    await company.owner.delete(`/customers/${made.id}/contacts/${kept.id}`)
    expect(await found('/customers', 'абенова гулнар')).toEqual([])
    await company.owner.delete(`/customers/${made.id}`)
    expect(await found('/customers', 'новое имя')).toEqual([])
  })

  it('stand in the order that was asked, and are counted', async () => {
    for (const [name, phone] of [
      ['Тайга В', '+77779990001'],
      ['Тайга А', '+77779990002'],
      ['Тайга Б', '+77779990003'],
    ])
      await newCustomer({ name, phone })
    expect(await found('/customers', 'тайга')).toEqual(['Тайга Б', 'Тайга А', 'Тайга В'])
    expect(await found('/customers?sort=name', 'тайга')).toEqual(['Тайга А', 'Тайга Б', 'Тайга В'])
    const page = await company.owner.get(`/customers?sort=name&limit=2&page=2&search=${encodeURIComponent('тайга')}`)
    expect(page.data.map((row: { name: string }) => row.name)).toEqual(['Тайга В'])
    expect(page.meta).toMatchObject({ total: 3, page: 2 })
  })

  it('of another are found by nobody else, and a person finds their own only', async () => {
    expect(await found('/customers', 'курылыс', company.other)).toEqual([])
    const rep = await company.as('SALES_REP')
    expect(await found('/customers', 'курылыс', rep)).toEqual([])
    await rep.post('/customers', { name: 'Құрылыс Мой', phone: '+77770009988' })
    expect(await found('/customers', 'курылыс', rep)).toEqual(['Құрылыс Мой'])
  })
})

describe('products', () => {
  beforeAll(async () => {
    await newProduct({ name: 'Үстел «Ақтау»', code: 'DESK-77', barcode: '4870001234567', sku: 'Ағаш-9' })
    await newProduct({ name: 'Орындық', code: 'CHAIR-1' })
  })

  it.each([
    ['the name', 'устел актау'],
    ['the code', 'desk-77'],
    ['the barcode', '0001234567'],
    ['the stock-keeping unit', 'агаш-9'],
  ])('are found by %s', async (_, words) => {
    expect(await found('/products', words)).toEqual(['Үстел «Ақтау»'])
  })

  it('of another are found by nobody else', async () => {
    expect(await found('/products', 'desk-77', company.other)).toEqual([])
  })
})

describe('the door through the wall', () => {
  it('finds nothing outside the workspace of the transaction, and nothing without one', async () => {
    const [before] = await company.sql<{ n: string }>('select count(*) as n from app.search_documents')
    expect(Number(before!.n)).toBeGreaterThan(5)
    await expect(company.sql(`select app.found_by_words('CUSTOMER', 'курылыс', 10)`)).rejects.toThrow(
      'no tenant context',
    )
  })

  it('keeps the words of each workspace behind its own wall', async () => {
    const rows = await company.database.run(company.tenant(), (work) =>
      work.rows<{ workspace: string }>({
        name: 'words_of_whom',
        text: 'select distinct workspace_id as workspace from app.search_documents',
      }),
    )
    expect(rows).toEqual([{ workspace: company.workspaceId }])
  })
})
