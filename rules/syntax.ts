import { parseSync } from 'oxc-parser'

export interface SyntaxNode {
  type: string
  [field: string]: unknown
}

/** Every node of a file's syntax tree. A file that cannot be read is an error, never an empty tree. */
export function nodesOf(path: string, text: string): SyntaxNode[] {
  const parsed = parseSync(path, text)
  const wrong = parsed.errors[0]
  if (wrong) throw new Error(`${path}: ${wrong.message}`)
  const nodes: SyntaxNode[] = []
  collect(parsed.program, nodes)
  return nodes
}

function collect(value: unknown, into: SyntaxNode[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, into)
  } else if (typeof value === 'object' && value !== null) {
    if ('type' in value && typeof value.type === 'string') into.push(value as SyntaxNode)
    for (const field of Object.values(value)) collect(field, into)
  }
}

/** The text of a literal node, if it is a plain one. */
export function literal(node: unknown): string | undefined {
  const { type, value, quasis, literal: inner } = (node ?? {}) as Record<string, unknown>
  if (type === 'TSLiteralType') return literal(inner)
  if (type === 'Literal' && typeof value === 'string') return value
  const only = Array.isArray(quasis) && quasis.length === 1 ? (quasis[0] as { value: { cooked: string } }) : undefined
  return type === 'TemplateLiteral' ? only?.value.cooked : undefined
}
