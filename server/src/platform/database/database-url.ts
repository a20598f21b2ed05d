/** The same server, another database or another user. */
export function databaseUrl(base: string, change: { database?: string; user?: string; password?: string }): string {
  const url = new URL(base)
  if (change.database !== undefined) url.pathname = `/${change.database}`
  if (change.user !== undefined) url.username = change.user
  if (change.password !== undefined) url.password = change.password
  return url.toString()
}
