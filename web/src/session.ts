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

interface Person {
  readonly user: Account
  readonly memberships: readonly MembershipAnswer[]
}

const refreshKey = 'refreshToken'
const listeners = new Set<() => void>()
let session: Session | null | undefined = undefined
let renewing: Promise<string> | undefined

/** Undefined until it is known whether somebody is signed in. */
export const currentSession = (): Session | null | undefined => session

export const useSession = (): Session | null | undefined => useSyncExternalStore(subscribe, currentSession)

export async function signIn(email: string, password: string): Promise<void> {
  const answer = await send<TokenPair & Person>('/auth/login', { method: 'POST', body: { email, password } })
  enter(answer, answer)
}

export async function signOut(): Promise<void> {
  const refreshToken = sessionStorage.getItem(refreshKey)
  const token = session?.accessToken
  leave()
  if (token)
    await send('/auth/logout', { method: 'POST', token, body: refreshToken ? { refreshToken } : {} }).catch(() => {})
}

/** After a reload of the page: the refresh token of this tab brings the session back. */
export async function restore(): Promise<void> {
  if (!sessionStorage.getItem(refreshKey)) return change(null)
  try {
    const token = await renew()
    enter({ accessToken: token }, await send<Person>('/auth/me', { token }))
  } catch {
    change(null)
  }
}

/** A new access token. Requests that fail at the same time wait for the same one, since a refresh token is good once. */
export function renew(): Promise<string> {
  renewing ??= exchange().finally(() => (renewing = undefined))
  return renewing
}

export function workIn(workspaceId: string): void {
  if (session) change({ ...session, workspaceId })
}

async function exchange(): Promise<string> {
  try {
    const refreshToken = sessionStorage.getItem(refreshKey)
    const pair = await send<TokenPair>('/auth/refresh', { method: 'POST', body: { refreshToken } })
    sessionStorage.setItem(refreshKey, pair.refreshToken)
    if (session) change({ ...session, accessToken: pair.accessToken })
    return pair.accessToken
  } catch (error) {
    if (error instanceof Refused && error.status >= 400 && error.status < 500) leave()
    throw error
  }
}

function enter(tokens: { accessToken: string; refreshToken?: string }, { user, memberships }: Person): void {
  if (tokens.refreshToken) sessionStorage.setItem(refreshKey, tokens.refreshToken)
  const workspaceId = memberships[0]?.workspaceId ?? ''
  change({ accessToken: tokens.accessToken, user, memberships, workspaceId })
}

function leave(): void {
  sessionStorage.removeItem(refreshKey)
  change(null)
}

function change(next: Session | null): void {
  session = next
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
