import { timingSafeEqual } from 'node:crypto'

/** Who may read the metrics: whoever shows the token, or anybody when none is set. */
export class MetricsToken {
  constructor(private readonly token: string | undefined) {}

  admits(authorization: string | undefined): boolean {
    if (this.token === undefined) return true
    const given = Buffer.from(authorization ?? '')
    const wanted = Buffer.from(`Bearer ${this.token}`)
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  }
}
