import { QueryClient, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useRef } from 'react'
import { type Answer, Refused, send, type Sending } from './http.js'
import { currentSession, renew } from './session.js'

/** What a contract's schema promises, without a program of the contract in the bundle. */
export type Answered<Schema extends { _output: unknown }> = Schema['_output']

/** Asks the API; a path is of the workspace unless it begins with `/api/v1`. An access token that has run out is renewed once. */
export async function ask<Data>(path: string, sending: Omit<Sending, 'token'> = {}): Promise<Answer<Data>> {
  const session = currentSession()
  if (!session) throw new Refused(401, 'AUTH_UNAUTHORIZED', '')
  const target = path.startsWith('/api/v1') ? path.slice('/api/v1'.length) : `/workspaces/${session.workspaceId}${path}`
  try {
    return await send<Data>(target, { ...sending, token: session.accessToken })
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 401) throw error
    return send<Data>(target, { ...sending, token: await renew() })
  }
}

export const read = async <Data>(path: string, signal?: AbortSignal): Promise<Data> =>
  (await ask<Data>(path, signal ? { signal } : {})).data

export interface Asking {
  /** False: not asked yet. */
  readonly enabled?: boolean
  /** Keep showing the last answer while another path is asked: for lists whose filter changes. */
  readonly keep?: boolean
  readonly staleMs?: number
}

/** What a path answers: its data. The path is the key of the answer, so a frame of the socket finds it. */
export function useAnswer<Data>(path: string, asking: Asking = {}): UseQueryResult<Data, Error> {
  return useQuery({ ...asked<Data>(path, asking), select: ({ data }) => data })
}

/** What a path of a list answers: its rows and, in `meta`, how many there are. */
export function useRows<Row>(path: string, asking: Asking = {}): UseQueryResult<Answer<readonly Row[]>, Error> {
  return useQuery(asked<readonly Row[]>(path, asking))
}

function asked<Data>(path: string, { enabled = true, keep = false, staleMs }: Asking) {
  return {
    queryKey: [path],
    queryFn: ({ signal }: { signal: AbortSignal }) => ask<Data>(path, { signal }),
    enabled,
    ...(keep && { placeholderData: (before: Answer<Data> | undefined) => before }),
    ...(staleMs !== undefined && { staleTime: staleMs }),
  }
}

interface Command<Given, Done> {
  readonly method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string | ((given: Given) => string)
  readonly body?: (given: Given) => unknown
  /** Beginnings of paths whose answers are asked again when it is done. */
  readonly touches?: readonly string[]
  onDone?(done: Done, given: Given): void
  onRefused?(refused: Refused, given: Given): void
}

/**
 * Something to be done: `const win = useCommand({ path: ({ id }) => `/deals/${id}/win`, touches: ['/deals'] })`, then `win.mutate({ id })`.
 * Pressing again after a lost answer sends the same key, so that the server does it once. `win.error` says why not.
 */
export function useCommand<Given = void, Done = unknown>(command: Command<Given, Done>) {
  const client = useQueryClient()
  const key = useRef<{ of: string; value: string }>(undefined)
  return useMutation<Done, Refused, Given>({
    mutationFn: async (given) => {
      const { method = 'POST', path } = command
      const target = typeof path === 'function' ? path(given) : path
      const body = method === 'DELETE' && !command.body ? undefined : (command.body?.(given) ?? {})
      const of = `${method} ${target} ${JSON.stringify(body)}`
      if (key.current?.of !== of) key.current = { of, value: crypto.randomUUID() }
      const { data } = await ask<Done>(target, { method, body, idempotencyKey: key.current.value })
      key.current = undefined
      return data
    },
    onSuccess: async (done, given) => {
      command.onDone?.(done, given)
      await invalidate(client, command.touches ?? [])
    },
    onError: (refused, given) => {
      // Only a lost answer may be tried again under the same key.
      if (refused.status !== 0 && refused.status < 500) key.current = undefined
      command.onRefused?.(refused, given)
    },
  })
}

/** Asks again, sooner or later, everything whose path begins with one of these. */
export function invalidate(client: QueryClient, beginnings: readonly string[]): Promise<void> {
  if (beginnings.length === 0) return Promise.resolve()
  return client.invalidateQueries({
    predicate: ({ queryKey: [path] }) =>
      typeof path === 'string' && beginnings.some((beginning) => beginsWith(path, beginning)),
  })
}

/** `/orders` begins `/orders`, `/orders/1` and `/orders?page=2`, but not `/orders-of-another-kind`. */
const beginsWith = (path: string, beginning: string): boolean =>
  path.startsWith(beginning) && ['', '/', '?'].includes(path.charAt(beginning.length))

/** A path with its query; what is undefined, null or empty is left out. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | boolean | null | undefined>>,
): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text ? `${path}?${text}` : path
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 5 * 60_000,
      retry: (times, error) => error instanceof Refused && (error.status === 0 || error.status >= 502) && times < 2,
      refetchOnWindowFocus: true,
    },
  },
})
