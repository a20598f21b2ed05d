import { membership, type MembershipAnswer } from '@prometric/contracts/identity'
import type { Membership } from '../../platform/session/memberships.js'

/** A membership in the words of the contract, without what only the gate needs. */
export function membershipAnswer(known: Membership): MembershipAnswer {
  return membership.parse({ ...known, dataScope: known.scope, permissions: [...known.permissions].sort() })
}
