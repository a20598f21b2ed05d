import { describe, expect, it } from 'vitest'
import { checkBin, checkIin, type CheckedBin, type CheckedIin } from './iin-bin.js'
import { vectors } from './vectors.js'

const today = '2026-11-20'
type Row = Record<string, string | number>

/** The columns that a row of vectors gives, under the names of the answer. */
function expected(row: Row, names: Record<string, keyof CheckedBin | keyof CheckedIin>): Row {
  const named = Object.entries(names).filter(([column]) => row[column] !== undefined)
  return Object.fromEntries(named.map(([column, name]) => [name, row[column] ?? '']))
}

describe('checkBin', () => {
  it.each<Row>(vectors.bin.map((row) => ({ ...row })))('$v is $r', (row) => {
    const columns = {
      r: 'result',
      year2: 'year2',
      month: 'month',
      kind: 'kind',
      attr: 'attribute',
      pass: 'pass',
    } as const
    expect(checkBin(String(row['v']))).toMatchObject(expected(row, { ...columns, normalized: 'normalized' }))
  })
})

describe('checkIin', () => {
  it.each<Row>(vectors.iin_synthetic.map((row) => ({ ...row })))('$v is $r', (row) => {
    const columns = { r: 'result', birth: 'spelledBirthDay', sex: 'spelledSex', pass: 'pass' } as const
    expect(checkIin(String(row['v']), today)).toMatchObject(expected(row, columns))
  })
})

describe('a prefix without a check digit', () => {
  it.each(vectors.no_check_digit_prefixes)('%s has no valid number', (prefix) => {
    for (let digit = 0; digit <= 9; digit++) {
      expect(checkBin(`${prefix}${digit}`).result).toBe('BAD_CHECK_DIGIT')
      expect(checkIin(`${prefix}${digit}`, today).result).toBe('BAD_CHECK_DIGIT')
    }
  })
})

describe('the numbers of our own stories', () => {
  it.each(['900101350013', '851228400124'])('IIN %s', (iin) => expect(checkIin(iin, today).result).toBe('OK'))
  it.each(['150140000012', '210640001230'])('BIN %s', (bin) => expect(checkBin(bin).result).toBe('OK'))
})
