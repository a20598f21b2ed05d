import { parsers } from 'prettier/plugins/yaml'

/** A node of the formatter's tree: it reads YAML, and what it reads is what it lays out. */
interface Node {
  readonly type: string
  readonly value?: string
  readonly anchor?: { readonly value: string } | null
  readonly children?: ReadonlyArray<Node | null>
}

type Value = string | null | Value[] | { [key: string]: Value }

/** A YAML document as plain values: every scalar is text; anchors, aliases and the merge key `<<` are followed. */
export async function readYaml(text: string): Promise<Value> {
  const parse = parsers.yaml.parse as (text: string, options: object) => Node | Promise<Node>
  const anchors = new Map<string, Value>()
  const document = only(await parse(text, {}))
  return valueOf(only(document.children!.find((child) => child?.type === 'documentBody')!)!, anchors)
}

function valueOf(node: Node | undefined, anchors: Map<string, Value>): Value {
  if (!node || node.type === 'null') return null
  const read = readers[node.type]
  if (!read) throw new Error(`YAML of the kind "${node.type}" is not read here`)
  const value = read(node, anchors)
  if (node.anchor) anchors.set(node.anchor.value, value)
  return value
}

type Reader = (node: Node, anchors: Map<string, Value>) => Value

const scalar: Reader = ({ value }) => value!
const list: Reader = ({ children }, anchors) => children!.map((item) => valueOf(only(item!), anchors))
const map: Reader = ({ children }, anchors) => {
  const merged: { [key: string]: Value } = {}
  const own: { [key: string]: Value } = {}
  for (const item of children!) {
    const [key, value] = item!.children!
    const name = valueOf(only(key!), anchors) as string
    const found = valueOf(value ? only(value) : undefined, anchors)
    if (name === '<<') Object.assign(merged, found)
    else own[name] = found
  }
  return { ...merged, ...own }
}

const readers: Readonly<Record<string, Reader>> = {
  plain: scalar,
  quoteSingle: scalar,
  quoteDouble: scalar,
  sequence: list,
  flowSequence: list,
  mapping: map,
  flowMapping: map,
  alias: ({ value }, anchors) => {
    const known = anchors.get(value!)
    if (known === undefined) throw new Error(`YAML names *${value!} without &${value!}`)
    return known
  },
}

function only(node: Node): Node {
  return node.children![0]!
}
