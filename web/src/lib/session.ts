import type { Account, MembershipAnswer, TokenPair } from '@prometric/contracts/identity'
import { useSyncExternalStore } from 'react'
import { Refused, send } from './http.js'

/** Who is signed in and where they work. The access token lives in memory only. */
export interface Session {
  readonly accessToken: string
  readonly user: Account
  readonly memberships: readonly MembershipAnswer[]
  readonly workspaceId: string
}

export interface SignedIn extends TokenPair {
  readonly user: Account
  readonly memberships: readonly MembershipAnswer[]
}

const refreshKey = 'refreshToken'
const workspaceKey = 'workspaceId'
const listeners = new Set<() => void>()
let session: Session | null = null
let renewing: Promise<string> | undefined
let leftByHand = false

export const currentSession = (): Session | null => session

/** The session, or null when nobody is signed in. */
export const useSession = (): Session | null => useSyncExternalStore(subscribe, currentSession)

/** The session of a page that only people who are signed in can see. */
export function useSignedIn(): Session {
  const signedIn = useSession()
  if (!signedIn) throw new Refused(401, 'AUTH_UNAUTHORIZED', '')
  return signedIn
}

/** Where the person works now. */
export function useMembership(): MembershipAnswer | undefined {
  const { memberships, workspaceId } = useSignedIn()
  return memberships.find((each) => each.workspaceId === workspaceId)
}

/** The clock of the workspace. */
export const useTimezone = (): string => useMembership()?.timezone ?? 'Asia/Almaty'

export async function signIn(email: string, password: string, rememberMe = false): Promise<void> {
  const body = { email, password, rememberMe }
  enter((await send<SignedIn>('/auth/login', { method: 'POST', body })).data)
}

/** Begins a session with what the server answered to a sign-in or a finished registration. */
export function enter({ accessToken, refreshToken, user, memberships }: SignedIn): void {
  localStorage.setItem(refreshKey, refreshToken)
  leftByHand = false
  const before = localStorage.getItem(workspaceKey)
  const known = memberships.find(({ workspaceId }) => workspaceId === before) ?? memberships[0]
  change({ accessToken, user, memberships, workspaceId: known?.workspaceId ?? '' })
}

export async function signOut(): Promise<void> {
  const token = session?.accessToken
  leftByHand = true
  leave()
  if (token) await send('/auth/logout', { method: 'POST', token, body: {} }).catch(() => {})
}

/** Letters and notifications are written in the language that the person has chosen. */
export async function tellLocale(locale: Account['locale']): Promise<void> {
  if (!session || session.user.locale === locale) return
  const sending = { method: 'PUT', token: session.accessToken, body: { locale } } as const
  const told = await send<Pick<Session, 'user'>>('/auth/me', sending).catch(() => undefined)
  if (told && session) change({ ...session, user: told.data.user })
}

/** Whether the person went away themselves; otherwise they may want to come back to the same page. */
export const hasLeft = (): boolean => leftByHand

/** After a reload of the page: the kept refresh token brings the session back. Without a connection it throws. */
export async function restore(): Promise<void> {
  if (session || !localStorage.getItem(refreshKey)) return
  await renew().catch((error: unknown) => {
    if (!(error instanceof Refused) || error.status === 0 || error.status >= 500) throw error
  })
}

/** A new access token. Requests that fail at the same time wait for the same one, since a refresh token is good once. */
export function renew(): Promise<string> {
  renewing ??= exchange().finally(() => (renewing = undefined))
  return renewing
}

export function workIn(workspaceId: string): void {
  localStorage.setItem(workspaceKey, workspaceId)
  if (session) change({ ...session, workspaceId })
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

async function exchange(): Promise<string> {
  try {
    const refreshToken = localStorage.getItem(refreshKey)
    const { data } = await send<SignedIn>('/auth/refresh', { method: 'POST', body: { refreshToken } })
    enter(data)
    return data.accessToken
  } catch (error) {
    if (error instanceof Refused && error.status >= 400 && error.status < 500 && error.status !== 429) leave()
    throw error
  }
}

function leave(): void {
  localStorage.removeItem(refreshKey)
  change(null)
}

function change(next: Session | null): void {
  session = next
  for (const tell of listeners) tell()
}

// Signed out in one tab, signed out in all.
addEventListener('storage', ({ key, newValue }) => {
  if (key === refreshKey && newValue === null && session) change(null)
})
