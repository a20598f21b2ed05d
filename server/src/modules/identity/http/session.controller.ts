import { Headers, Inject } from '@nestjs/common'
import {
  changePasswordBody,
  type ChangePasswordBody,
  device,
  done,
  logoutBody,
  type LogoutBody,
  me,
  signedIn,
  tokenState,
  updateMeBody,
  type UpdateMeBody,
} from '@prometric/contracts/identity'
import { Refusal } from '../../../kernel/refusal.js'
import { Database } from '../../../platform/database/database.js'
import { type Call, Called } from '../../../platform/http/call.js'
import { ApiController, Route } from '../../../platform/http/route.js'
import { Memberships } from '../../../platform/session/memberships.js'
import { Tokens } from '../../../platform/session/tokens.js'
import { membershipAnswer } from '../membership-answer.js'
import { changePassword } from '../operations/change-password.js'
import { endAllSessions, endSession } from '../operations/end-session.js'
import { startSession } from '../operations/start-session.js'
import { updateAccount } from '../operations/update-account.js'
import { mustBeStrong } from '../password-policy.js'
import { hashPassword, passwordMatches } from '../passwords.js'
import { personTenant } from '../person-tenant.js'
import { caller, mustBeSignedIn } from '../queries/account.js'
import { devicesOf } from '../queries/devices.js'
import { signedInAs } from '../sign-in-desk.js'

/** What a person who is signed in asks about themselves and their sessions. */
@ApiController('auth')
export class SessionController {
  constructor(
    @Inject(Database) readonly database: Database,
    @Inject(Tokens) readonly tokens: Tokens,
    @Inject(Memberships) readonly memberships: Memberships,
  ) {}

  @Route.get('me', { summary: 'Me and where I may work', permission: 'USER', answer: me })
  async me(@Called() call: Call) {
    const user = await caller(this.database, call)
    return { user, memberships: (await this.memberships.all(user.id)).map(membershipAnswer) }
  }

  @Route.get('profile', { summary: 'The same as /auth/me', permission: 'USER', answer: me })
  profile(@Called() call: Call) {
    return this.me(call)
  }

  @Route.put('me', { summary: 'Change what I say of myself', permission: 'USER', body: updateMeBody, answer: me })
  async update(@Called() call: Call<UpdateMeBody>) {
    await this.database.run(personTenant(call), async (work) => {
      const { id } = await mustBeSignedIn(work, call)
      await updateAccount(work, id, call.body)
    })
    return this.me(call as unknown as Call)
  }

  @Route.get('verify', { summary: 'Does my token still hold', permission: 'USER', answer: tokenState })
  async verify(@Called() call: Call) {
    await caller(this.database, call)
    return { valid: true, userId: call.userId, sessionId: call.sessionId }
  }

  @Route.post('logout', { summary: 'End this session, or all', permission: 'USER', body: logoutBody, answer: done })
  async logout(@Called() call: Call<LogoutBody>) {
    const { userId, sessionId, body } = call
    await this.database.run(personTenant(call), async (work) =>
      body.all
        ? endAllSessions(work, userId!, 'LOGOUT_ALL')
        : endSession(work, { userId: userId!, sessionId: sessionId! }),
    )
    this.memberships.drop(userId!)
    return { ok: true }
  }

  @Route.post('change-password', {
    summary: 'Change my password; every other session ends',
    permission: 'USER',
    body: changePasswordBody,
    answer: signedIn,
  })
  async changePassword(@Called() call: Call<ChangePasswordBody>, @Headers('user-agent') userAgent: string | undefined) {
    const user = await caller(this.database, call)
    const [known] = await this.database.global<{ hash: string }>(
      'select password_hash as hash from app.users where id = $1',
      [user.id],
    )
    if (!(await passwordMatches(known?.hash, call.body.currentPassword)))
      throw new Refusal('AUTH_INVALID_CREDENTIALS', {}, 'currentPassword')
    mustBeStrong(call.body.newPassword, user.email, 'newPassword')
    const passwordHash = await hashPassword(call.body.newPassword)
    await this.database.run(personTenant(call), (work) => changePassword(work, { userId: user.id, passwordHash }))
    this.memberships.drop(user.id)
    const device = { ip: call.ip, userAgent }
    return signedInAs(this, user.id, call.requestId, (work) =>
      startSession(work, { userId: user.id, rememberMe: false, caller: device }),
    )
  }

  @Route.get('sessions', { summary: 'Devices on which I am signed in', permission: 'USER', answer: device.array() })
  async sessions(@Called() call: Call) {
    return this.database.run(personTenant(call), async (work) => {
      await mustBeSignedIn(work, call)
      return devicesOf(work, call)
    })
  }

  @Route.delete('sessions/:id', { summary: 'End a session of mine', permission: 'USER', answer: done })
  async endSession(@Called() call: Call) {
    const ended = await this.database.run(personTenant(call), async (work) => {
      await mustBeSignedIn(work, call)
      return endSession(work, { userId: call.userId!, sessionId: call.params.id })
    })
    if (!ended) throw new Refusal('NOT_FOUND')
    this.memberships.drop(call.userId!)
    return { ok: true }
  }
}
