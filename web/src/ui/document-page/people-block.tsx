import { Person } from '../person.js'
import { Facts } from './facts.js'

interface PeopleBlockProps {
  readonly people: readonly { readonly role: string; readonly name: string | null }[]
}

/** Who has to do with a document, by what they do. */
export function PeopleBlock({ people }: PeopleBlockProps) {
  const known = people.filter(({ name }) => name !== null)
  return <Facts facts={known.map(({ role, name }) => ({ label: role, value: <Person name={name} /> }))} />
}
