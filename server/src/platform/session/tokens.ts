import { jwtVerify, SignJWT } from 'jose'
import { Refusal } from '../../kernel/refusal.js'

const issuer = 'prometric-api'
const audience = 'prometric'
export const accessTokenMinutes = 10

export interface Session {
  readonly userId: string
  readonly sessionId: string
  readonly tokenVersion: number
}

/** Access tokens: HS256, 10 minutes, ids only. Rights are looked up per workspace, never read from the token. */
export class Tokens {
  private readonly secret: Uint8Array

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
    try {
      const { payload } = await jwtVerify(token, this.secret, {
        algorithms: ['HS256'],
        issuer,
        audience,
        typ: 'at+jwt',
      })
      return { userId: payload.sub!, sessionId: payload.sid as string, tokenVersion: payload.tv as number }
    } catch (error) {
      throw new Refusal(
        (error as { code?: string }).code === 'ERR_JWT_EXPIRED' ? 'AUTH_TOKEN_EXPIRED' : 'AUTH_UNAUTHORIZED',
      )
    }
  }
}
