import { z } from 'zod'
import { id, instant, text } from './wire.js'

export const locale = z.enum(['ru', 'kk', 'en'])
export const organizationType = z.enum(['TOO', 'AO', 'IP', 'GU', 'KH', 'OTHER'])
export const organizationSize = z.enum(['1-10', '11-50', '51-200', '201-500', '500+'])
export const dataScope = z.enum(['OWN', 'DEPARTMENT', 'WORKSPACE'])
export const registrationStatus = z.enum([
  'EMAIL_PENDING',
  'EMAIL_VERIFIED',
  'APPROVAL_PENDING',
  'COMPLETED',
  'REJECTED',
])

export const email = z.string().trim().max(255).pipe(z.email())
const secret = z.string().min(1).max(128)
const newPassword = z.string().min(8).max(128)
const code = z
  .string()
  .trim()
  .regex(/^\d{6}$/)
const opaque = z.string().min(20).max(200)

/** A person, as they see themselves. */
export const account = z.object({
  id,
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  middleName: z.string().nullable(),
  phone: z.string().nullable(),
  locale,
  avatarFileId: id.nullable(),
  status: z.enum(['PENDING', 'ACTIVE', 'INACTIVE', 'SUSPENDED', 'REJECTED']),
  registrationStatus,
  lastLoginAt: instant.nullable(),
})
export type Account = z.infer<typeof account>

/** Where a person may work, and what they may do there. */
export const membership = z.object({
  organizationId: id,
  organizationName: z.string(),
  workspaceId: id,
  workspaceName: z.string(),
  memberId: id,
  employeeId: id.nullable(),
  departmentId: id.nullable(),
  role: z.string(),
  baseRole: z.string(),
  dataScope,
  permissions: z.array(z.string()),
  timezone: z.string(),
  locale,
})
export type MembershipAnswer = z.infer<typeof membership>

export const tokenPair = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  tokenType: z.literal('Bearer'),
  expiresIn: z.int(),
})
export type TokenPair = z.infer<typeof tokenPair>
export const signedIn = tokenPair.extend({
  user: account,
  memberships: z.array(membership),
  workspaceId: id.nullable(),
})
export const me = z.object({ user: account, memberships: z.array(membership) })

export const loginBody = z.strictObject({ email, password: secret, rememberMe: z.boolean().optional() })
export type LoginBody = z.infer<typeof loginBody>
export const refreshBody = z.strictObject({ refreshToken: opaque })
export type RefreshBody = z.infer<typeof refreshBody>
export const logoutBody = z.strictObject({ all: z.boolean().optional(), refreshToken: opaque.optional() })
export type LogoutBody = z.infer<typeof logoutBody>
export const updateMeBody = z.strictObject({
  firstName: text(100).optional(),
  lastName: text(100).optional(),
  middleName: text(100).nullish(),
  phone: text(20).nullish(),
  locale: locale.optional(),
  avatarFileId: id.nullish(),
})
export type UpdateMeBody = z.infer<typeof updateMeBody>
export const changePasswordBody = z.strictObject({ currentPassword: secret, newPassword })
export type ChangePasswordBody = z.infer<typeof changePasswordBody>
export const emailBody = z.strictObject({ email })
export type EmailBody = z.infer<typeof emailBody>
export const resetPasswordBody = z.strictObject({ email, code, newPassword })
export type ResetPasswordBody = z.infer<typeof resetPasswordBody>
export const checkBinBody = z.strictObject({ bin: z.string().max(20) })
export type CheckBinBody = z.infer<typeof checkBinBody>

export const done = z.object({ ok: z.literal(true) })
export const tokenState = z.object({ valid: z.literal(true), userId: id, sessionId: id })
export const binState = z.object({ valid: z.boolean() })
export const device = z.object({
  id,
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  rememberMe: z.boolean(),
  signedInAt: instant,
  lastUsedAt: instant,
  expiresAt: instant,
  isCurrent: z.boolean(),
})

export const preRegisterBody = z.strictObject({
  email,
  password: newPassword,
  firstName: text(100),
  lastName: text(100),
  phoneNumber: text(20).optional(),
  organizationBin: z.string().max(20).optional(),
  locale: locale.optional(),
})
export type PreRegisterBody = z.infer<typeof preRegisterBody>
export const preRegistered = z.object({
  email: z.string(),
  registrationStatus,
  codeExpiresInMinutes: z.int(),
  signUpToken: z.string().describe('Send it with the code: it ties the code to this registration'),
})
export const verifyEmailBody = z.strictObject({ email, code, signUpToken: opaque.optional() })
export type VerifyEmailBody = z.infer<typeof verifyEmailBody>
export const emailVerified = z.object({
  email: z.string(),
  registrationStatus,
  onboardingToken: z.string(),
  onboardingTokenExpiresAt: instant,
})
export const registrationQuery = z.strictObject({ onboardingToken: opaque })
export type RegistrationQuery = z.infer<typeof registrationQuery>
export const registrationState = z.object({ email: z.string(), status: z.string(), registrationStatus })

const companyInfo = z.strictObject({
  companyName: text(255, 2),
  bin: z.string().max(20).optional(),
  iin: z.string().max(20).optional(),
  companyType: organizationType,
  industry: text(100).optional(),
  address: z.union([text(500), z.record(z.string(), z.json())]).optional(),
  phone: text(20).optional(),
  employeeCount: organizationSize.optional(),
  website: text(255).optional(),
})
const ownerOnboarding = z.strictObject({ onboardingToken: opaque, selectedRole: z.literal('owner'), companyInfo })
const employeeOnboarding = z.strictObject({
  onboardingToken: opaque,
  selectedRole: z.literal('employee'),
  employeeCompanyBin: z.string().max(20),
  requestedDepartment: text(255).optional(),
  requestedPosition: text(255).optional(),
  experience: text(5000).optional(),
  skills: z.array(text(50)).max(50).optional(),
  message: text(2000).optional(),
})
export const completeOnboardingBody = z.discriminatedUnion('selectedRole', [ownerOnboarding, employeeOnboarding])
export type OwnerOnboardingBody = z.infer<typeof ownerOnboarding>
export type EmployeeOnboardingBody = z.infer<typeof employeeOnboarding>
export type CompleteOnboardingBody = z.infer<typeof completeOnboardingBody>
export const onboarded = z.object({
  registrationStatus,
  accessToken: z.string().optional(),
  refreshToken: z.string().optional(),
  tokenType: z.literal('Bearer').optional(),
  expiresIn: z.int().optional(),
  user: account.optional(),
  memberships: z.array(membership).optional(),
  organizationId: id.optional(),
  workspaceId: id.optional(),
})
