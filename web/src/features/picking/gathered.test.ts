import { expect, test } from 'vitest'
import { gather, scan } from './gathered.js'

const shelf = { id: 'a', productName: 'Стеллаж', productCode: 'ST-1', barcode: '4870001', quantity: 2 }
const again = { ...shelf, id: 'b', quantity: 1 }
const rope = { id: 'c', productName: 'Канат', productCode: 'KN', quantity: 2.5 }

test('a code or a barcode takes one piece, in any case of letters', () => {
  expect(scan({}, [shelf], ' st-1\n')).toMatchObject({ kind: 'taken', gathered: { a: 1 } })
  expect(scan({ a: 1 }, [shelf], '4870001')).toMatchObject({ kind: 'taken', gathered: { a: 2 } })
})

test('the next line with the same goods is served when the first is full, and then no more', () => {
  expect(scan({ a: 2 }, [shelf, again], 'ST-1')).toMatchObject({ gathered: { a: 2, b: 1 } })
  expect(scan({ a: 2, b: 1 }, [shelf, again], 'ST-1')).toEqual({ kind: 'full', name: 'Стеллаж' })
})

test('what is not on the list is not taken', () => {
  expect(scan({}, [shelf], 'XX')).toEqual({ kind: 'unknown', code: 'XX' })
})

test('never more than asked for, never less than nothing', () => {
  expect(scan({ c: 2 }, [rope], 'kn')).toMatchObject({ gathered: { c: 2.5 } })
  expect(gather({ c: 0.1 }, rope, 0.1 + 0.2)).toEqual({ c: 0.3 })
  expect(gather({}, rope, -1)).toEqual({ c: 0 })
})
