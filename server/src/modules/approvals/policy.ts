// Who may allow how much: pure, read by every module that has a limit to keep.

import { type ApprovalLevel, type ApprovalType, type ApprovalUnit, unitOf } from '@prometric/contracts/approvals'
import { formatScaled, parseScaled } from '../../kernel/scaled.js'

export interface Level extends Omit<ApprovalLevel, 'threshold'> {
  /** In units of the policy: tiyn, ten-thousandths of a percent, or days. */
  readonly threshold: bigint
}

export interface Policy {
  readonly type: ApprovalType
  readonly unit: ApprovalUnit
  readonly levels: readonly Level[]
  readonly grantsOwn: boolean
}

/** A policy as its row has it: thresholds in tenge, percent or days. */
export interface StoredPolicy {
  readonly type: ApprovalType
  readonly levels: ReadonlyArray<Partial<ApprovalLevel> & Pick<ApprovalLevel, 'threshold'>>
  readonly grantsOwn: boolean
}

/** Who somebody is, as far as limits go. */
export interface Standing {
  readonly role: string
  readonly permissions: ReadonlySet<string> | 'ALL'
  readonly employeeId: string | null
}

const places: Readonly<Record<ApprovalUnit, number>> = { AMOUNT: 2, PERCENT: 4, DAYS: 0 }

export function policyOf({ type, levels, grantsOwn }: StoredPolicy): Policy {
  const unit = unitOf(type)
  return {
    type,
    unit,
    grantsOwn,
    levels: levels.map((level, i) => ({
      level: i + 1,
      threshold: parseScaled(level.threshold, places[unit]),
      approverRole: level.approverRole ?? null,
      approverPermission: level.approverPermission ?? null,
      approverId: level.approverId ?? null,
      escalationHours: level.escalationHours ?? null,
    })),
  }
}

/** The levels that a value has to pass, the lowest first. */
export const levelsFor = ({ levels }: Pick<Policy, 'levels'>, value: bigint): Level[] =>
  levels.filter((level) => value > level.threshold)

/** The highest level at which somebody decides; 0 when at none. The owner and the system decide at every level. */
export function reachOf({ role, permissions, employeeId }: Standing, { levels }: Pick<Policy, 'levels'>): number {
  if (role === 'OWNER' || role === 'SYSTEM') return levels.length
  const own = levels.filter(
    ({ approverRole, approverPermission, approverId }) =>
      approverRole === role ||
      (approverId !== null && approverId === employeeId) ||
      (approverPermission !== null && permissions !== 'ALL' && permissions.has(approverPermission)),
  )
  return own.at(-1)?.level ?? 0
}

/** The greatest value that somebody may allow alone; undefined when there is no bound. */
export function authorityOf(standing: Standing, policy: Pick<Policy, 'levels'>): bigint | undefined {
  return policy.levels[reachOf(standing, policy)]?.threshold
}

/** The roles above a level, the owner last: they may decide in its place. */
export function superiorsOf({ levels }: Pick<Policy, 'levels'>, { level, approverRole }: Level): string[] {
  const above = levels.flatMap((other) => (other.level > level && other.approverRole ? [other.approverRole] : []))
  return [...new Set([...above, 'OWNER'])].filter((role) => role !== approverRole)
}

/** A value of a unit as the wire carries it. */
export const wireValue = (unit: ApprovalUnit, value: bigint): number => Number(formatScaled(value, places[unit], 0))
