import { expect, it } from 'vitest'
import { statuses as en } from '../texts/statuses/en.js'
import { statuses as kk } from '../texts/statuses/kk.js'
import { statuses as ru } from '../texts/statuses/ru.js'
import { lifecycles, statusesOf } from './status-tones.js'

it.each(lifecycles)('every status of %s has a word in three languages', (of) => {
  for (const words of [ru, kk, en]) {
    const known: Readonly<Record<string, string>> = words[of]
    expect(statusesOf(of).filter((status) => !known[status])).toEqual([])
  }
})
