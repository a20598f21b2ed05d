/** An answer as it went over the wire: whoever looks for what it should not tell must see every letter of it. */
export interface RawAnswer {
  readonly status: number
  readonly text: string
  readonly headers: string
}

/** Sends a request as a person does, and keeps the whole answer. */
export async function send(
  { url, token }: { readonly url: string; readonly token: string },
  method: string,
  path: string,
  body?: unknown,
): Promise<RawAnswer> {
  const response = await fetch(url + path, {
    method: method.toUpperCase(),
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, text: await response.text(), headers: [...response.headers.values()].join(' ') }
}
