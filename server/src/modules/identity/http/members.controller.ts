import { Inject } from '@nestjs/common'
import {
  addMemberBody,
  type AddMemberBody,
  memberCard,
  updateMemberBody,
  type UpdateMemberBody,
} from '@prometric/contracts/people'
import { type Call, Called } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { Mail } from '../../../platform/mail/mail.js'
import { Memberships } from '../../../platform/session/memberships.js'
import { invitationLetter } from '../letters.js'
import { addMember } from '../operations/add-member.js'
import { removeMember } from '../operations/remove-member.js'
import { updateMember } from '../operations/update-member.js'
import { mustBeStrong } from '../password-policy.js'
import { hashPassword } from '../passwords.js'
import { memberList } from '../queries/list-members.js'
import { cardOfWorkspace } from '../queries/workspace-card.js'
import { newSecret } from '../secrets.js'

@WorkspaceController('members')
export class MembersController {
  constructor(
    @Inject(Memberships) private readonly memberships: Memberships,
    @Inject(Mail) private readonly mail: Mail,
  ) {}

  @Route.get('', {
    summary: 'Members',
    permission: 'EMPLOYEES_VIEW',
    query: memberList.query,
    answer: memberCard,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => memberList.list(work, call.query))
  }

  @Route.get(':id', { summary: 'A member', permission: 'EMPLOYEES_VIEW', answer: memberCard })
  get(@Called() call: Call) {
    return call.read((work) => memberList.find(work, call.params.id))
  }

  @Route.post('', {
    summary: 'Add a member; an account is created where there is none',
    permission: 'ROLES_MANAGE',
    body: addMemberBody,
    answer: memberCard,
    status: 201,
  })
  async add(@Called() call: Call<AddMemberBody>) {
    const { password, ...person } = call.body
    if (password !== undefined) mustBeStrong(password, person.email)
    const passwordHash = await hashPassword(password ?? newSecret())
    return call.write(async (work) => {
      const { memberId, userId } = await addMember(work, { ...person, passwordHash })
      const { name } = await cardOfWorkspace(work)
      work.afterCommit(() => {
        this.memberships.drop(userId)
        if (password === undefined) this.mail.post(invitationLetter(person.email, name))
      })
      return memberList.find(work, memberId)
    })
  }

  @Route.put(':id', {
    summary: 'Change a role or rights',
    permission: 'ROLES_MANAGE',
    body: updateMemberBody,
    answer: memberCard,
  })
  update(@Called() call: Call<UpdateMemberBody>) {
    return call.write(async (work) => {
      const { userId } = await updateMember(work, call.params.id, call.body)
      work.afterCommit(() => this.memberships.drop(userId))
      return memberList.find(work, call.params.id)
    })
  }

  @Route.patch(':id', {
    summary: 'Change a role or rights',
    permission: 'ROLES_MANAGE',
    body: updateMemberBody,
    answer: memberCard,
  })
  patch(@Called() call: Call<UpdateMemberBody>) {
    return this.update(call)
  }

  @Route.delete(':id', { summary: 'Take access away', permission: 'ROLES_MANAGE', answer: memberCard })
  remove(@Called() call: Call) {
    return call.write(async (work) => {
      const { userId } = await removeMember(work, call.params.id)
      work.afterCommit(() => this.memberships.drop(userId))
      return memberList.find(work, call.params.id)
    })
  }
}
