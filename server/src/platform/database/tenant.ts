/** Who acts, as the operations need to know it. The system acts on somebody's behalf with every right. */
export interface Actor {
  readonly userId: string | null
  readonly employeeId: string | null
  readonly departmentId: string | null
  readonly role: string
  readonly scope: 'OWN' | 'DEPARTMENT' | 'WORKSPACE'
  readonly permissions: ReadonlySet<string> | 'ALL'
  readonly language: Language
}

export type Language = 'ru' | 'kk' | 'en'

/** Everything a transaction must know before its first statement: whose data, on whose behalf, because of what. */
export interface Tenant {
  readonly organizationId: string
  readonly workspaceId: string
  readonly timezone: string
  readonly actor: Actor
  readonly requestId: string
  readonly correlationId: string
  /** The event that led here; null when a person's request did. */
  readonly causationId: string | null
  readonly depth: number
}

export const systemActor = (onBehalfOf: string | null): Actor => ({
  userId: onBehalfOf,
  employeeId: null,
  departmentId: null,
  role: 'SYSTEM',
  scope: 'WORKSPACE',
  permissions: 'ALL',
  language: 'ru',
})
