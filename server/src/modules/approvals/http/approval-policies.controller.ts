import {
  approvalPolicy,
  type ApprovalPolicyBody,
  approvalPolicyBody,
  type ApprovalPolicyParams,
  approvalPolicyParams,
} from '@prometric/contracts/approvals'
import { z } from 'zod'
import { Called, type Call } from '../../../platform/http/call.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { approvalTypeOf, changePolicy } from '../operations/change-policy.js'
import { findPolicy, listPolicies } from '../queries/policy-list.js'

/** Who decides about what, and from which value on. */
@WorkspaceController('approval-policies')
export class ApprovalPoliciesController {
  @Route.get('', { summary: 'Approval policies', permission: 'SETTINGS_MANAGE', answer: z.array(approvalPolicy) })
  list(@Called() call: Call) {
    return call.read(listPolicies)
  }

  @Route.put(':type', {
    summary: 'Say who decides about a type from now on',
    permission: 'SETTINGS_MANAGE',
    params: approvalPolicyParams,
    body: approvalPolicyBody,
    answer: approvalPolicy,
  })
  change(@Called() call: Call<ApprovalPolicyBody, Record<string, never>, ApprovalPolicyParams>) {
    return call.write(async (work) => {
      const type = approvalTypeOf(call.params.type)
      await changePolicy(work, type, call.body, call.ifMatch)
      return findPolicy(work, type)
    })
  }
}
