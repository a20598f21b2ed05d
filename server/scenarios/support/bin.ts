import { randomInt } from 'node:crypto'
import { checkBin } from '../../src/kernel/kazakhstan/iin-bin.js'

/** A valid BIN of a company that does not exist. */
export function someBin(): string {
  for (;;) {
    const head = `${String(randomInt(0, 24)).padStart(2, '0')}${String(randomInt(1, 13)).padStart(2, '0')}40${String(randomInt(0, 100_000)).padStart(5, '0')}`
    for (let digit = 0; digit < 10; digit++) if (checkBin(head + digit).result === 'OK') return head + digit
  }
}
