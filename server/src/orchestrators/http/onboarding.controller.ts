import { Headers, Inject, Module } from '@nestjs/common'
import {
  completeOnboardingBody,
  type CompleteOnboardingBody,
  onboarded,
  type OwnerOnboardingBody,
} from '@prometric/contracts/identity'
import { completeRegistration } from '../../modules/identity/operations/complete-registration.js'
import { startSession } from '../../modules/identity/operations/start-session.js'
import { useOnboardingToken } from '../../modules/identity/operations/use-onboarding-token.js'
import { signedInAs } from '../../modules/identity/sign-in-desk.js'
import { Database } from '../../platform/database/database.js'
import { type Call, Called } from '../../platform/http/call.js'
import { ApiController, Route } from '../../platform/http/route.js'
import { Mail } from '../../platform/mail/mail.js'
import { Memberships } from '../../platform/session/memberships.js'
import { Tokens } from '../../platform/session/tokens.js'
import { onboardEmployee } from '../employee-onboarding.js'
import { contextOfNew, onboardOwner } from '../owner-onboarding.js'
import { WorkspacesController } from './workspaces.controller.js'

/** The last step of a registration: a company of one's own, or a request to join one. */
@ApiController('auth/registration/onboarding')
export class OnboardingController {
  constructor(
    @Inject(Database) readonly database: Database,
    @Inject(Tokens) readonly tokens: Tokens,
    @Inject(Memberships) readonly memberships: Memberships,
    @Inject(Mail) private readonly mail: Mail,
  ) {}

  @Route.post('complete', {
    summary: 'Found a company, or ask to join one',
    permission: 'PUBLIC',
    body: completeOnboardingBody,
    answer: onboarded,
    status: 201,
  })
  async complete(@Called() call: Call<CompleteOnboardingBody>, @Headers('user-agent') userAgent: string | undefined) {
    if (call.body.selectedRole === 'owner')
      return this.completeOwner(call.body, { ip: call.ip, userAgent, requestId: call.requestId })
    const letters = await onboardEmployee(this.database, call.body, call.requestId)
    for (const letter of letters) this.mail.post(letter)
    return { registrationStatus: 'APPROVAL_PENDING' }
  }

  private async completeOwner(
    { onboardingToken, companyInfo }: OwnerOnboardingBody,
    caller: { ip: string; userAgent: string | undefined; requestId: string },
  ) {
    const context = contextOfNew({ ownerId: null, requestId: caller.requestId })
    const { organizationId, workspaceId } = context
    const { companyName: name, companyType: type, employeeCount: size, ...rest } = companyInfo
    const userId = await this.database.run(context, async (work) => {
      const newcomer = await useOnboardingToken(work, onboardingToken)
      await onboardOwner(work, { ...rest, name, type, size, ownerId: newcomer.userId })
      await completeRegistration(work, newcomer.userId)
      return newcomer.userId
    })
    const signedIn = await signedInAs(this, userId, caller.requestId, (work) =>
      startSession(work, { userId, rememberMe: false, caller }),
    )
    return { ...signedIn, registrationStatus: 'COMPLETED', organizationId, workspaceId }
  }
}

@Module({ controllers: [OnboardingController, WorkspacesController] })
export class OnboardingModule {}
