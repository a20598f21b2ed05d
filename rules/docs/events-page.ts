import type { Proof } from '../../server/scenarios/proofs-of-events.js'
import type { Integration } from '../../server/scenarios/proofs-of-integrations.js'
import type { ListenerRow } from '../../server/src/platform/outbox/listener-table.js'
import type { Announcements } from './announcements.js'

export interface Told {
  readonly announcements: Announcements
  readonly rows: readonly ListenerRow[]
  /** The scenario that proves an event. */
  readonly proof: (event: string) => Proof | undefined
  readonly integrations: readonly Integration[]
}

/** Every event: where it is announced, who hears it in which way, and the scenario that proves it; then what the parts owe one another. */
export function eventsPage({ announcements: { byEvent }, rows, proof, integrations }: Told): string {
  const hearers = (name: string, way: 'inline' | 'queued') =>
    rows
      .filter((row) => row[way]?.includes(name))
      .map(({ listener }) => `\`${listener.name}\``)
      .join(', ')
  const lines = [...byEvent].map(
    ([name, files]) =>
      `| \`${name}\` | ${files.map(place).join('<br>')} | ${hearers(name, 'inline')} | ${hearers(name, 'queued')} | ${scenario(proof(name))} |`,
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
    'A scenario proves an event when it is called by its name, expects it, or shows what it leads to; scenarios are in `server/scenarios`.',
    '',
    `${byEvent.size} events, ${rows.length} listeners, ${[...byEvent.keys()].filter((name) => proof(name)).length} events with a scenario.`,
    '',
    '| Event | Announced in | Heard inline by | Heard queued by | Proved by |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
    '',
    ...(mute.length > 0
      ? ['## Heard, but announced by nobody yet', '', ...mute.map(([name]) => `- \`${name}\``), '']
      : []),
    ...owed(integrations),
  ].join('\n')
}

function owed(integrations: readonly Integration[]): string[] {
  const open = integrations.filter((one) => !one.proof)
  return [
    '## Integrations',
    '',
    'What the parts of the program owe one another and do, each with the scenario that proves it.',
    '',
    '| Id | From → to | Contract | Proved by |',
    '| --- | --- | --- | --- |',
    ...integrations
      .filter((one) => one.proof)
      .map(({ id, between, contract, proof }) => `| ${id} | ${between} | ${contract} | ${scenario(proof)} |`),
    '',
    ...(open.length > 0 ? [`Not yet: ${open.map(({ id, between }) => `${id} ${between}`).join('; ')}.`, ''] : []),
  ]
}

const scenario = (proof: Proof | undefined) => (proof ? `${proof.file} › ${proof.title}` : '')
const place = (path: string) =>
  path.replace('server/src/', '').replace('modules/', '').replace('operations/', '').replace(/\.ts$/, '')
