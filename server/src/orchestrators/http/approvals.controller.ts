import {
  type ApproveBody,
  approveBody,
  type RejectApprovalBody,
  rejectApprovalBody,
} from '@prometric/contracts/approvals'
import { z } from 'zod'
import { approvalList } from '../../modules/approvals/queries/approval-list.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { Called, type Call } from '../../platform/http/call.js'
import type { ListQuery } from '../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../platform/http/route.js'
import { approve, reject, withdraw } from '../approval-decision.js'

const includeQuery = z.strictObject({ include: approvalList.query.shape.include })

/** What waits for somebody's word, and what was said. */
@WorkspaceController('approvals')
export class ApprovalsController {
  @Route.get('', {
    summary: 'Approvals that I asked for or may decide',
    permission: 'MEMBER',
    query: approvalList.query,
    answer: approvalList.answer,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => approvalList.list(work, call.query))
  }

  @Route.get(':id', { summary: 'An approval', permission: 'MEMBER', query: includeQuery, answer: approvalList.answer })
  get(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => approvalList.find(work, call.params.id, call.query.include))
  }

  @Route.post(':id/approve', {
    summary: 'Agree; what waited for it goes on',
    permission: 'MEMBER',
    body: approveBody,
    answer: approvalList.answer,
  })
  approve(@Called() call: Call<ApproveBody>) {
    return decided(call, (work, id) => approve(work, id, call.body))
  }

  @Route.post(':id/reject', {
    summary: 'Refuse; an order ends or goes back as a draft',
    permission: 'MEMBER',
    body: rejectApprovalBody,
    answer: approvalList.answer,
  })
  reject(@Called() call: Call<RejectApprovalBody>) {
    return decided(call, (work, id) => reject(work, id, call.body))
  }

  @Route.post(':id/cancel', { summary: 'Ask no longer', permission: 'MEMBER', answer: approvalList.answer })
  cancel(@Called() call: Call) {
    return decided(call, withdraw)
  }
}

/** Only what the reader may see is there to be decided. */
function decided(call: Call<unknown>, decide: (work: UnitOfWork, id: string) => Promise<void>) {
  return call.write(async (work) => {
    const { id } = await approvalList.find(work, call.params.id)
    await decide(work, id)
    await work.settle()
    return approvalList.find(work, id, 'steps')
  })
}
