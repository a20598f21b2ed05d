import { randomFillSync } from 'node:crypto'

const countersPerMs = 0x1000

/** Random bytes are drawn for many ids at once: a draw costs more than an id. */
const drawn = Buffer.alloc(10 * 256)
let used = drawn.length

let lastMs = 0
let counter = 0

/**
 * A UUID of version 7: time first, so that new rows land at the end of an index. Inside one process every id is greater
 * than the one before, also within a millisecond or when the clock steps back; the 12 bits after the version count.
 */
export function newId(): string {
  const now = Date.now()
  const random = nextRandom()
  if (now > lastMs) {
    lastMs = now
    // Starting in the lower half leaves at least 2048 ids for this millisecond.
    counter = random.readUInt16BE(0) & 0x7ff
  } else if (++counter === countersPerMs) {
    lastMs += 1
    counter = 0
  }
  random.writeUInt8((random.readUInt8(2) & 0x3f) | 0x80, 2)
  const time = lastMs.toString(16).padStart(12, '0')
  const tail = random.toString('hex', 2)
  const version = `7${counter.toString(16).padStart(3, '0')}`
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${tail.slice(0, 4)}-${tail.slice(4)}`
}

function nextRandom(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  used += 10
  return drawn.subarray(used - 10, used)
}
