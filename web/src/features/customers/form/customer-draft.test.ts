import { expect, test } from 'vitest'
import { changesOf, draftOf, newOf } from './customer-draft.js'

test('a new customer says only what was filled in', () => {
  expect(newOf({ ...draftOf(), name: ' Altyn ', phone: '+7 701 234 56 78', tags: 'мебель, опт' })).toEqual({
    type: 'COMPANY',
    name: 'Altyn',
    phone: '+7 701 234 56 78',
    tags: ['мебель', 'опт'],
  })
})

test('a company that turns out to be a person loses its BIN', () => {
  const before = { ...draftOf(), name: 'Омаров', bin: '190440000123' }
  expect(changesOf(before, { ...before, type: 'INDIVIDUAL', iin: '870412300456' })).toEqual({
    type: 'INDIVIDUAL',
    bin: null,
    iin: '870412300456',
  })
})

test('what was cleared is told as nothing, what cannot be empty stays', () => {
  const before = { ...draftOf(), name: 'Altyn', email: 'a@b.kz', tags: 'опт' }
  expect(changesOf(before, { ...before, email: '', tags: '', name: '', discountPercent: null })).toEqual({
    email: null,
    tags: [],
  })
})
