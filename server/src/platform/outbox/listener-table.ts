import type { InlineListener, ListenerTable } from './listener.js'

/** One row: a listener, the events it hears inside the writer's transaction, and those it hears after the commit. */
export interface ListenerRow {
  readonly listener: InlineListener
  readonly inline?: readonly string[]
  readonly queued?: readonly string[]
  /** Its inline events stay inline whatever the orchestration: it must have spoken before the transaction goes on. */
  readonly always?: true
}

/**
 * Who hears what. With `orchestration: 'queued'` the inline rows are queued too and the chain runs in workers.
 * Refuses to start when two listeners share a name or one hears an event both ways.
 */
export function listenerTable(rows: readonly ListenerRow[], orchestration: 'inline' | 'queued'): ListenerTable {
  const inline = new Map<string, InlineListener[]>()
  const rehearsed = new Map<string, InlineListener[]>()
  const queued = new Map<string, InlineListener[]>()
  const consumers = new Map<string, InlineListener>()
  for (const { listener, inline: inTransaction = [], queued: afterCommit = [], always } of rows) {
    const isInline = always || orchestration === 'inline'
    if (consumers.has(listener.name)) throw new Error(`two listeners are called ${listener.name}`)
    const twice = inTransaction.find((name) => afterCommit.includes(name))
    if (twice) throw new Error(`${listener.name} would hear ${twice} twice`)
    consumers.set(listener.name, listener)
    const inlineNow = isInline ? inTransaction : []
    const queuedNow = isInline ? afterCommit : [...inTransaction, ...afterCommit]
    for (const name of inTransaction) rehearsed.set(name, [...(rehearsed.get(name) ?? []), listener])
    for (const name of inlineNow) inline.set(name, [...(inline.get(name) ?? []), listener])
    for (const name of queuedNow) queued.set(name, [...(queued.get(name) ?? []), listener])
  }
  return {
    inline: (name) => inline.get(name) ?? [],
    rehearsed: (name) => rehearsed.get(name) ?? [],
    queuedFor: (event) =>
      (queued.get(event.name) ?? []).filter(({ concerns }) => concerns?.(event) ?? true).map(({ name }) => name),
    find: (consumer) => consumers.get(consumer),
  }
}
