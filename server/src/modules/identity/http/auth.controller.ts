import { Headers, Inject } from '@nestjs/common'
import {
  binState,
  checkBinBody,
  type CheckBinBody,
  done,
  emailBody,
  type EmailBody,
  loginBody,
  type LoginBody,
  refreshBody,
  type RefreshBody,
  signedIn,
} from '@prometric/contracts/identity'
import { checkBin } from '../../../kernel/kazakhstan/iin-bin.js'
import { Refusal } from '../../../kernel/refusal.js'
import { Database } from '../../../platform/database/database.js'
import { type Call, Called } from '../../../platform/http/call.js'
import { ApiController, Route } from '../../../platform/http/route.js'
import { Memberships } from '../../../platform/session/memberships.js'
import { Tokens } from '../../../platform/session/tokens.js'
import { rotateSession } from '../operations/rotate-session.js'
import { personTenant } from '../person-tenant.js'
import { logIn, signedInAs } from '../sign-in-desk.js'

/** Coming in: for people who have no session yet, or one to renew. */
@ApiController('auth')
export class AuthController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Tokens) readonly tokens: Tokens,
    @Inject(Memberships) private readonly memberships: Memberships,
  ) {}

  @Route.post('login', { summary: 'Sign in', permission: 'PUBLIC', body: loginBody, answer: signedIn })
  login(@Called() call: Call<LoginBody>, @Headers('user-agent') userAgent: string | undefined) {
    const { database, tokens, memberships } = this
    return logIn({ database, tokens, memberships }, call.body, { ip: call.ip, userAgent, requestId: call.requestId })
  }

  @Route.post('refresh', {
    summary: 'Exchange a refresh token for a new pair; answers as a sign-in does',
    permission: 'PUBLIC',
    body: refreshBody,
    answer: signedIn,
  })
  async refresh(@Called() call: Call<RefreshBody>) {
    const rotated = await this.database.run(personTenant(call), (work) => rotateSession(work, call.body.refreshToken))
    if (rotated instanceof Refusal) throw rotated
    if ('stolenFrom' in rotated) {
      this.memberships.drop(rotated.stolenFrom)
      throw new Refusal('AUTH_TOKEN_EXPIRED')
    }
    const { database, tokens, memberships } = this
    return signedInAs({ database, tokens, memberships }, rotated.userId, call.requestId, async () => rotated)
  }

  @Route.post('check-email', {
    summary: 'Is this written like an e-mail',
    permission: 'PUBLIC',
    body: emailBody,
    answer: done,
  })
  checkEmail(@Called() _call: Call<EmailBody>) {
    return { ok: true }
  }

  @Route.post('check-bin', {
    summary: 'Is this built like a BIN',
    permission: 'PUBLIC',
    body: checkBinBody,
    answer: binState,
  })
  checkBin(@Called() call: Call<CheckBinBody>) {
    return { valid: checkBin(call.body.bin).result === 'OK' }
  }
}
