// What other modules may ask of approvals: how much somebody may allow alone, and what was allowed, asked and refused.

export { defaultPolicies } from './default-policies.js'
export { cancelRequests } from './operations/cancel-requests.js'
export { authorityOf, levelsFor, type Policy, policyOf, type Standing, type StoredPolicy, wireValue } from './policy.js'
