import type { ListenerRow } from './platform/outbox/listener-table.js'

/** Who hears what: inside the writer's transaction, or queued after its commit. */
export const listenerRows: readonly ListenerRow[] = []
