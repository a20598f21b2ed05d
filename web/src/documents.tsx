import type { Chain } from '@prometric/contracts/chains'
import { useLanguage, word } from './language.js'
import { StatusBadge } from './status-badge.js'

/** Not papers: things that a chain mentions. */
const mentioned = new Set(['product', 'customer'])

/** Every document that the chains name, once, in the order of their making, with its status of now. */
export function Documents({ chains }: { chains: readonly Chain[] }) {
  const { texts } = useLanguage()
  const all = chains.toReversed().flatMap(({ nodes }) => nodes.flatMap(({ documents }) => documents))
  const documents = [...new Map(all.map((document) => [document.id, document])).values()].filter(
    ({ type }) => !mentioned.has(type),
  )
  if (documents.length === 0) return <p className="quiet">{texts.order.noDocuments}</p>
  return (
    <ul className="documents">
      {documents.map(({ id, type, number, status }) => (
        <li key={id}>
          <span>{word(texts.documents, type)}</span>
          <span className="grow">{number}</span>
          {status && <StatusBadge status={status} />}
        </li>
      ))}
    </ul>
  )
}
