import { checkBin, checkIin } from '../kernel/kazakhstan/iin-bin.js'
import type { SeededRandom } from './seeded-random.js'

/** A BIN with a valid check digit of a company that does not exist. */
export function someBin(random: SeededRandom): string {
  return numberWith(
    () => `${two(random, 5, 24)}${two(random, 1, 12)}40${digits(random, 5)}`,
    (number) => checkBin(number).result === 'OK',
  )
}

/** An IIN with a valid check digit; the digits spell a person who was born between 1965 and 1999. */
export function someIin(random: SeededRandom): string {
  const head = () =>
    `${two(random, 65, 99)}${two(random, 1, 12)}${two(random, 1, 28)}${random.between(3, 4)}${digits(random, 4)}`
  return numberWith(head, (number) => checkIin(number, '2020-01-01').result === 'OK')
}

/** A mobile number of Kazakhstan. */
export const somePhone = (random: SeededRandom): string =>
  `+7${random.pick(['701', '702', '705', '707', '747', '777', '778'])}${digits(random, 7)}`

// Eleven digits in ten have a check digit; the others are never issued.
function numberWith(head: () => string, isValid: (number: string) => boolean): string {
  for (;;) {
    const eleven = head()
    for (let digit = 0; digit < 10; digit++) if (isValid(eleven + digit)) return eleven + digit
  }
}

const two = (random: SeededRandom, low: number, high: number) => String(random.between(low, high)).padStart(2, '0')
const digits = (random: SeededRandom, count: number) =>
  Array.from({ length: count }, () => random.between(0, 9)).join('')
