import { piece } from '../database/statement.js'

/** Part of a select over an event `e`: what is written from here on is written for whoever the event came from, in its chain. */
export const actingAs = (consumer: string) =>
  piece(`set_config('app.actor_id', coalesce(e.actor_id::text, ''), true), set_config('app.correlation_id', e.correlation_id::text, true),
    set_config('app.acting', ${consumer}, true)`)
