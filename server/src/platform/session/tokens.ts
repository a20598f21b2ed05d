import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { Refusal } from '../../kernel/refusal.js'

const issuer = 'prometric-api'
const audience = 'prometric'
export const accessTokenMinutes = 10
const keptAtMost = 10_000

export interface Session {
  readonly userId: string
  readonly sessionId: string
  readonly tokenVersion: number
}

interface Verified {
  readonly session: Session
  /** Milliseconds of the epoch. */
  readonly until: number
}

/** Access tokens: HS256, 10 minutes, ids only. Rights are looked up per workspace, never read from the token. */
export class Tokens {
  private readonly secret: Uint8Array
  /** Tokens whose signature was found true: one comes with every request of its ten minutes. */
  private readonly known = new Map<string, Verified>()

  constructor(secret: string) {
    this.secret = new TextEncoder().encode(secret)
  }

  async sign(session: Session): Promise<string> {
    return new SignJWT({ sid: session.sessionId, tv: session.tokenVersion })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .setSubject(session.userId)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${accessTokenMinutes}m`)
      .sign(this.secret)
  }

  async verify(token: string): Promise<Session> {
    const found = await this.look(token)
    if (!found) throw new Refusal('AUTH_UNAUTHORIZED')
    if (found.until <= Date.now()) throw new Refusal('AUTH_TOKEN_EXPIRED')
    return found.session
  }

  /** Who bears a token that we signed, even one that has expired meanwhile; undefined for nobody and for forgeries. */
  async bearerOf(authorization: string | undefined): Promise<string | undefined> {
    const [scheme, token] = (authorization ?? '').split(' ')
    if (scheme?.toLowerCase() !== 'bearer' || !token) return undefined
    return (await this.look(token))?.session.userId
  }

  private async look(token: string): Promise<Verified | undefined> {
    const known = this.known.get(token)
    if (known) return known
    const payload = await this.payloadOf(token)
    if (!payload) return undefined
    const session = { userId: payload.sub!, sessionId: payload.sid as string, tokenVersion: payload.tv as number }
    const verified = { session, until: payload.exp! * 1000 }
    if (this.known.size >= keptAtMost) this.known.delete(this.known.keys().next().value!)
    this.known.set(token, verified)
    return verified
  }

  private async payloadOf(token: string): Promise<JWTPayload | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.secret, {
        algorithms: ['HS256'],
        issuer,
        audience,
        typ: 'at+jwt',
      })
      return payload
    } catch (error) {
      // The signature is looked at before the dates: what has expired was ours.
      return error instanceof errors.JWTExpired ? error.payload : undefined
    }
  }
}
