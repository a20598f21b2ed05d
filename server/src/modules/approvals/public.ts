// What other modules may ask of approvals: how much somebody may allow alone, and what was allowed, asked and refused.

export { defaultPolicies } from './default-policies.js'
export { cancelRequests } from './operations/cancel-requests.js'
export { storedPolicySql } from './queries/stored-policy.js'
export { authorityOf, levelsFor, policyOf, type Standing, type StoredPolicy, wireValue } from './policy.js'
