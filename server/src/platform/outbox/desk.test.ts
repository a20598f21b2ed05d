import { expect, test } from 'vitest'
import { Desk } from './desk.js'

/** A desk over a list from which whatever is laid aside as achieved is gone. */
function deskOver(list: string[], kindOf: (one: string) => string | undefined = () => undefined) {
  let looks = 0
  let open = true
  const desk = new Desk<string>(
    async () => {
      looks++
      return [...list]
    },
    (one) => one,
    kindOf,
    () => open,
  )
  const done = (one: string) => {
    list.splice(list.indexOf(one), 1)
    desk.layAside(one, true)
  }
  return { desk, done, looks: () => looks, close: () => (open = false) }
}

test('what takes long in one hand keeps nobody else waiting', async () => {
  const list = ['long', 'a']
  const { desk, done } = deskOver(list)
  expect(await desk.next()).toBe('long')
  expect(await desk.next()).toBe('a')
  const waiting = desk.next()
  list.push('b')
  done('a')
  expect(await waiting).toBe('b')
  done('b')
  done('long')
  expect(await desk.next()).toBeUndefined()
})

test('who waits while others work is told of what is new', async () => {
  const list = ['long']
  const { desk } = deskOver(list)
  expect(await desk.next()).toBe('long')
  const waiting = desk.next()
  await Promise.resolve()
  list.push('new')
  desk.tell()
  expect(await waiting).toBe('new')
})

test('of a kind that may be in hand once, one is', async () => {
  const { desk, done } = deskOver(['failed 1', 'failed 2', 'a'], (one) =>
    one.startsWith('failed') ? 'failed' : undefined,
  )
  expect(await desk.next()).toBe('failed 1')
  expect(await desk.next()).toBe('a')
  const waiting = desk.next()
  done('failed 1')
  expect(await waiting).toBe('failed 2')
})

test('what nobody could do is not asked for again until there is news', async () => {
  const { desk, looks } = deskOver(['another has it'])
  const one = await desk.next()
  desk.layAside(one!, false)
  expect(await desk.next()).toBeUndefined()
  expect(looks()).toBe(1)
  expect(desk.hasNews).toBe(false)
  desk.tell()
  expect(desk.hasNews).toBe(true)
})

test('a closed desk gives nothing out, and wakes those who wait', async () => {
  const { desk, done, close } = deskOver(['a', 'b'])
  const first = await desk.next()
  await desk.next()
  const waiting = desk.next()
  close()
  done(first!)
  expect(await waiting).toBeUndefined()
})
