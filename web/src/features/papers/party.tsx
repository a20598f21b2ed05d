import { Link } from '@tanstack/react-router'
import { useMay } from '../../lib/may.js'

interface PartyProps {
  readonly id: string | null | undefined
  readonly name: string | null | undefined
}

/** The customer of a document: a link for whoever may see customers. */
export function Party({ id, name }: PartyProps) {
  const may = useMay()
  if (!name) return null
  if (!id || !may('CUSTOMERS_VIEW')) return <span>{name}</span>
  return (
    <Link to="/customers/$id" params={{ id }}>
      {name}
    </Link>
  )
}
