import type { ApprovalType } from '@prometric/contracts/approvals'
import { piece, type SqlText } from '../../../platform/database/statement.js'

/** The policy in force as a `StoredPolicy`, one column of another statement; null where nobody is asked. */
export const storedPolicySql = (type: ApprovalType): SqlText =>
  piece(`(select json_build_object('type', p.type, 'levels', p.levels, 'grantsOwn', p.grants_own) from app.approval_policies p
    where p.workspace_id = $1 and p.type = '${type}' and p.is_active)`)
