import type { StoredPolicy } from './policy.js'

/** The policies that a workspace starts with; 0013_approvals.sql gave the same to those that were there before. */
export const defaultPolicies: readonly StoredPolicy[] = [
  {
    type: 'ORDER',
    grantsOwn: false,
    levels: [{ level: 1, threshold: 0, approverPermission: 'ORDERS_APPROVE', escalationHours: 24 }],
  },
  {
    type: 'DISCOUNT',
    grantsOwn: true,
    levels: [
      { level: 1, threshold: 5, approverRole: 'SALES_MANAGER', escalationHours: 12 },
      { level: 2, threshold: 10, approverRole: 'ADMIN', escalationHours: 24 },
      { level: 3, threshold: 20, approverRole: 'OWNER', escalationHours: 48 },
    ],
  },
  {
    type: 'CREDIT_LIMIT',
    grantsOwn: false,
    levels: [
      { level: 1, threshold: 0, approverRole: 'SALES_MANAGER', escalationHours: 24 },
      { level: 2, threshold: 1_000_000, approverRole: 'ACCOUNTANT', escalationHours: 24 },
      { level: 3, threshold: 5_000_000, approverRole: 'ADMIN', escalationHours: 48 },
      { level: 4, threshold: 20_000_000, approverRole: 'OWNER', escalationHours: 48 },
    ],
  },
]
