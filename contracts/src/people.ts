import { z } from 'zod'
import { dataScope, email } from './identity.js'
import { permissions } from './permissions.js'
import { day, id, instant, money, percent, text } from './wire.js'

const permission = z.enum(permissions)
export const memberStatus = z.enum(['PENDING', 'ACTIVE', 'DISABLED'])
export const employeeStatus = z.enum(['PENDING', 'ACTIVE', 'INACTIVE', 'TERMINATED', 'REJECTED'])

export const memberCard = z.object({
  id,
  userId: id,
  employeeId: id.nullable(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  departmentId: id.nullable(),
  roleId: id,
  roleCode: z.string(),
  roleName: z.string(),
  status: memberStatus,
  extraPermissions: z.array(z.string()),
  deniedPermissions: z.array(z.string()),
  dataScope: dataScope.nullable(),
  joinedAt: instant.nullable(),
  createdAt: instant,
})
export const addMemberBody = z.strictObject({
  email,
  firstName: text(100),
  lastName: text(100),
  roleCode: text(50),
  departmentId: id.optional(),
  position: text(255).optional(),
  phone: text(20).optional(),
  password: z
    .string()
    .min(8)
    .max(128)
    .optional()
    .describe('Without it the person gets a letter with a code to choose one'),
})
export type AddMemberBody = z.infer<typeof addMemberBody>
export const updateMemberBody = z.strictObject({
  roleId: id.optional(),
  roleCode: text(50).optional(),
  extraPermissions: z.array(permission).optional(),
  deniedPermissions: z.array(permission).optional(),
  dataScope: dataScope.nullish(),
  status: z.enum(['ACTIVE', 'DISABLED']).optional(),
})
export type UpdateMemberBody = z.infer<typeof updateMemberBody>

export const roleCard = z.object({
  id,
  code: z.string(),
  name: z.string(),
  nameTranslations: z.record(z.string(), z.string()),
  isSystem: z.boolean(),
  baseRole: z.string(),
  dataScope,
  permissions: z.array(z.string()),
  memberCount: z.int(),
})
export const permissionCard = z.object({ code: z.string(), group: z.string() })

export const departmentCard = z.object({
  id,
  name: z.string(),
  code: z.string().nullable(),
  description: z.string().nullable(),
  parentId: id.nullable(),
  level: z.int(),
  headEmployeeId: id.nullable(),
  costCenter: z.string().nullable(),
  isActive: z.boolean(),
  employeeCount: z.int(),
})

export const employeeCard = z.object({
  id,
  userId: id.nullable(),
  employeeNumber: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
  middleName: z.string().nullable(),
  email: z.string(),
  phone: z.string().nullable(),
  position: z.string().nullable(),
  departmentId: id.nullable(),
  departmentName: z.string().nullable(),
  managerId: id.nullable(),
  organizationRole: z.string(),
  roleCode: z.string().nullable(),
  hireDate: day.nullable(),
  terminationDate: day.nullable(),
  salary: money.nullable(),
  currency: z.string(),
  status: employeeStatus,
  skills: z.array(z.string()),
  workload: percent,
  createdAt: instant,
  updatedAt: instant,
  version: z.int(),
})
export type EmployeeCard = z.infer<typeof employeeCard>

export const approveEmployeeBody = z.strictObject({
  departmentId: id.optional(),
  position: text(255).optional(),
  roleCode: text(50).optional(),
  organizationRole: z.enum(['ADMIN', 'MANAGER', 'EMPLOYEE']).optional(),
  permissions: z.array(permission).optional(),
})
export type ApproveEmployeeBody = z.infer<typeof approveEmployeeBody>
export const rejectEmployeeBody = z.strictObject({
  reason: text(1000),
  canReapply: z.boolean().default(true),
  reapplyAfterDays: z.int().min(0).max(3650).default(90),
})
export type RejectEmployeeBody = z.infer<typeof rejectEmployeeBody>

export const pendingEmployee = z.object({
  id,
  userId: id,
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().nullable(),
  requestedDepartment: z.string().nullable(),
  requestedPosition: z.string().nullable(),
  experience: z.string().nullable(),
  skills: z.array(z.string()),
  message: z.string().nullable(),
  requestedAt: instant,
})
