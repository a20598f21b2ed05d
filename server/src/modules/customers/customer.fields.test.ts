import { describe, expect, it } from 'vitest'
import { checkIdentity, keptForms } from './customer.fields.js'

const today = '2026-11-20'

describe('what is kept of a card', () => {
  it.each([
    [{ phone: '8 (701) 234-56-78' }, { phone: '+77012345678' }],
    [{ bin: '940 140 000 385' }, { bin: '940140000385' }],
    [{ bankAccount: 'kz86 125k zt50 0410 0100' }, { bankAccount: 'KZ86125KZT5004100100' }],
    [{ tags: ['Опт', ' опт', 'VIP'] }, { tags: ['опт', 'vip'] }],
    [{ annualRevenue: 12.5 }, { annualRevenue: '1250' }],
    [{ phone: null, name: undefined }, { phone: null }],
  ])('%j is kept as %j', (written, kept) => expect(keptForms(written, today).fields).toEqual(kept))

  it.each([
    [{ bin: '940140000380' }, 'BIN_INVALID'],
    [{ iin: '12345678901' }, 'IIN_INVALID'],
    [{ iin: '000000000000' }, 'IIN_INVALID'],
    [{ phone: '123' }, 'VALIDATION_FAILED'],
    [{ bankAccount: 'KZ87125KZT5004100100' }, 'VALIDATION_FAILED'],
  ])('%j is refused: %s', (written, code) => expect(() => keptForms(written, today)).toThrow(code))

  it('warns of an IIN that spells no day, and keeps it', () => {
    const { fields, warnings } = keptForms({ iin: '960230500002' }, today)
    expect(fields).toEqual({ iin: '960230500002' })
    expect(warnings).toEqual([{ code: 'IIN_UNDECODABLE', field: 'iin' }])
  })
})

describe('who a card may be', () => {
  it.each([
    [{ type: 'COMPANY', iin: '000101300009', email: 'a@b.kz' }, 'BUSINESS_RULE'],
    [{ type: 'INDIVIDUAL', bin: '940140000385', email: 'a@b.kz' }, 'BUSINESS_RULE'],
    [{ type: 'COMPANY', email: null, phone: undefined }, 'VALIDATION_FAILED'],
  ])('%j: %s', (card, code) => expect(() => checkIdentity(card)).toThrow(code))
})
