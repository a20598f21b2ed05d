import type { ListenerRow } from '../../server/src/platform/outbox/listener-table.js'
import type { Announcements } from './announcements.js'

/** Every event: where it is announced, and who hears it in which way. */
export function eventsPage({ byEvent }: Announcements, rows: readonly ListenerRow[]): string {
  const hearers = (name: string, way: 'inline' | 'queued') =>
    rows
      .filter((row) => row[way]?.includes(name))
      .map(({ listener }) => `\`${listener.name}\``)
      .join(', ')
  const lines = [...byEvent].map(
    ([name, files]) =>
      `| \`${name}\` | ${files.map(place).join('<br>')} | ${hearers(name, 'inline')} | ${hearers(name, 'queued')} |`,
  )
  const mute = [...byEvent].filter(
    ([name, files]) =>
      files.length === 0 && rows.some((row) => [...(row.inline ?? []), ...(row.queued ?? [])].includes(name)),
  )
  return [
    '# Events',
    '',
    'Written by `npm run docs` from the source; do not edit. An inline listener runs in the transaction that announces the event, a queued one after its commit in a transaction of its own, retried and finally parked.',
    '',
    `${byEvent.size} events, ${rows.length} listeners.`,
    '',
    '| Event | Announced in | Heard inline by | Heard queued by |',
    '| --- | --- | --- | --- |',
    ...lines,
    '',
    ...(mute.length > 0
      ? ['## Heard, but announced by nobody yet', '', ...mute.map(([name]) => `- \`${name}\``), '']
      : []),
  ].join('\n')
}

const place = (path: string) =>
  path.replace('server/src/', '').replace('modules/', '').replace('operations/', '').replace(/\.ts$/, '')
