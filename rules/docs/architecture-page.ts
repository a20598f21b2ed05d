import type { Lifecycle } from '../../server/src/kernel/lifecycle.js'
import type { Orchestrator } from '../../server/src/platform/orchestration/orchestrator.js'
import { pathOf } from '../../server/src/platform/http/openapi/openapi.js'
import type { Route } from '../../server/src/platform/http/route.js'
import type { SourceFiles } from '../source-files.js'

export interface House {
  readonly files: SourceFiles
  readonly asks: Readonly<Record<string, readonly string[]>>
  readonly routes: readonly Route[]
  readonly lifecycles: ReadonlyArray<Lifecycle<string>>
  readonly orchestrators: readonly Orchestrator[]
}

/** Modules and whom they ask, the stories across them, the lifecycles, the routes with their permissions. */
export function architecturePage(house: House): string {
  return [
    '# Architecture',
    '',
    'Written by `npm run docs` from the source; do not edit. The decisions behind it are in [adr](adr/).',
    '',
    ...modules(house),
    ...stories(house),
    ...lifecycles(house),
    ...routes(house),
  ].join('\n')
}

function modules({ files, asks }: House): string[] {
  const paths = [...files.keys()].filter((path) => !path.endsWith('.test.ts'))
  const names = [
    ...new Set(paths.flatMap((path) => /^server\/src\/modules\/([^/]+)\//.exec(path)?.[1] ?? [])),
  ].toSorted()
  const verbs = (name: string, folder: string) =>
    paths
      .filter((path) => path.startsWith(`server/src/modules/${name}/${folder}/`))
      .map((path) => path.slice(path.lastIndexOf('/') + 1, -'.ts'.length))
      .toSorted()
      .join(', ')
  return [
    '## Modules',
    '',
    'A module asks another only through its `public.ts`, and only along these arrows; it may listen to the events of any.',
    '',
    '```mermaid',
    'flowchart LR',
    ...names.map((name) => `  ${name}`),
    ...Object.entries(asks)
      .toSorted(byFirst)
      .flatMap(([from, targets]) => targets.toSorted().map((to) => `  ${from} --> ${to}`)),
    '```',
    '',
    '| Module | Asks | Operations | Questions |',
    '| --- | --- | --- | --- |',
    ...names.map(
      (name) =>
        `| ${name} | ${(asks[name] ?? []).toSorted().join(', ')} | ${verbs(name, 'operations')} | ${verbs(name, 'queries')} |`,
    ),
    '',
  ]
}

function stories({ orchestrators }: House): string[] {
  return [
    '## Orchestrators',
    '',
    'Each is a table of steps over one subject: it locks it, looks, and does what is still owed, in this order.',
    '',
    '| Orchestrator | Subject | Wakes on | Steps |',
    '| --- | --- | --- | --- |',
    ...orchestrators
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(
        ({ name, subject, events, stepNames }) =>
          `| ${name} | ${subject} | ${events.map((event) => `\`${event}\``).join('<br>')} | ${stepNames.join(' → ')} |`,
      ),
    '',
  ]
}

function lifecycles({ lifecycles: all }: House): string[] {
  return [
    '## Lifecycles',
    '',
    ...all
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap(({ name, states, moves, terminal }) => [
        `### ${name}`,
        '',
        '```mermaid',
        'stateDiagram-v2',
        `  [*] --> ${states[0]}`,
        ...moves.map(({ from, to }) => `  ${from} --> ${to}`),
        ...states.filter((state) => terminal(state)).map((state) => `  ${state} --> [*]`),
        '```',
        '',
        '| From | To | Permission | Event |',
        '| --- | --- | --- | --- |',
        ...moves.map(
          ({ from, to, permission, event }) =>
            `| ${from} | ${to} | ${permission ?? ''} | ${event ? `\`${event}\`` : ''} |`,
        ),
        '',
      ]),
  ]
}

function routes({ routes: all }: House): string[] {
  const rows = all.map(
    (route) =>
      [
        pathOf(route),
        `| ${route.method.toUpperCase()} | \`${pathOf(route).replace('/api/v1/workspaces/{workspaceId}', '…')}\` | ${route.permission} | ${route.summary} |`,
      ] as const,
  )
  return [
    '## Routes',
    '',
    `${all.length} routes. \`…\` stands for \`/api/v1/workspaces/{workspaceId}\`. MEMBER is any member of the workspace, USER anybody signed in, PUBLIC anybody.`,
    '',
    '| Method | Path | Permission | What it does |',
    '| --- | --- | --- | --- |',
    ...rows.toSorted(byFirst).map(([, row]) => row),
    '',
  ]
}

const byFirst = (a: readonly [string, unknown], b: readonly [string, unknown]) =>
  a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0
