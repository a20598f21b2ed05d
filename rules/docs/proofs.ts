import type { Proof } from '../../server/scenarios/proofs-of-events.js'
import type { SourceFiles } from '../source-files.js'
import { literal, nodesOf, type SyntaxNode } from '../syntax.js'

/** A test of a scenario with the events it speaks of where it expects something, or reads what was said. */
export interface ToldTest extends Proof {
  readonly events: ReadonlySet<string>
}

/** Every test in the scenarios, in the order in which the files tell them. */
export function scenarioTests(files: SourceFiles): ToldTest[] {
  return [...files]
    .filter(([path]) => /^server\/scenarios\/[^/]+\.test\.ts$/.test(path))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, text]) => testsIn(path, text))
}

/** The scenario that proves an event: the one called by its name, the one that a table names, otherwise the first that expects it. */
export function proofOf(
  event: string,
  tests: readonly ToldTest[],
  named: Readonly<Record<string, Proof>>,
): Proof | undefined {
  return (
    tests.find(({ title }) => title.startsWith(`${event}:`)) ??
    named[event] ??
    tests.find(({ events }) => events.has(event))
  )
}

/** Proofs that name no test. */
export function lostProofs(proofs: readonly Proof[], tests: readonly ToldTest[]): string[] {
  return proofs
    .filter((proof) => !tests.some(({ file, title }) => file === proof.file && title === proof.title))
    .map(({ file, title }) => `${file} has no test '${title}'`)
}

function testsIn(path: string, text: string): ToldTest[] {
  const file = path.slice(path.lastIndexOf('/') + 1)
  const calls = nodesOf(path, text).filter((node) => node.type === 'CallExpression')
  const titled = (...names: string[]) =>
    calls
      .filter((call) => names.includes(rootOf(call)))
      .flatMap((call) => {
        const title = titleOf((call['arguments'] as unknown[])[0])
        return title === undefined ? [] : [{ call, title }]
      })
  const chapters = titled('describe')
  return titled('test', 'it').map(({ call, title }) => ({
    file,
    title: [...chapters.filter((chapter) => within(call, chapter.call)).map((chapter) => chapter.title), title].join(
      ' › ',
    ),
    events: new Set(spokenOf(calls.filter((node) => within(node, call)))),
  }))
}

const within = (node: SyntaxNode, other: SyntaxNode) =>
  Number(other['start']) < Number(node['start']) && Number(node['end']) <= Number(other['end'])

/** What stands in the expectations of a test, and in its questions to the table of events. */
function spokenOf(calls: readonly SyntaxNode[]): string[] {
  return calls.flatMap((call) => {
    const texts = textsIn(call)
    return rootOf(call) === 'expect' || texts.some((text) => text.includes('outbox_events'))
      ? texts.flatMap((text) => text.match(/[a-z]+(?:\.[a-z_]+)+/g) ?? [])
      : []
  })
}

/** The name with which a chain of calls begins: `expect` of `expect(x).not.toEqual(y)`, `test` of `test.each(x)(y)`. */
function rootOf(call: SyntaxNode): string {
  let at: SyntaxNode | undefined = call
  while (at && at.type !== 'Identifier') at = (at['callee'] ?? at['object'] ?? at['tag']) as SyntaxNode | undefined
  return String(at?.['name'] ?? '')
}

function titleOf(node: unknown): string | undefined {
  const parts = (node as { quasis?: Array<{ value: { cooked: string } }> } | undefined)?.quasis
  return literal(node) ?? parts?.map((part) => part.value.cooked).join('…')
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  if ('cooked' in value && typeof value.cooked === 'string') return [value.cooked]
  const own = literal(value)
  return own === undefined ? Object.values(value).flatMap(textsIn) : [own]
}
