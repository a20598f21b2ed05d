import { z } from 'zod'
import { emailIn, preferredLanguage } from './reachability.js'
import { day, id, instant, text } from './wire.js'

export const addressTypes = ['BILLING', 'SHIPPING', 'OFFICE', 'WAREHOUSE'] as const
export const noteVisibilities = ['PUBLIC', 'TEAM', 'PRIVATE'] as const

const socialMedia = z.object({
  linkedin: z.string().optional(),
  telegram: z.string().optional(),
  whatsapp: z.string().optional(),
})

export const customerContact = z.object({
  id,
  customerId: id,
  firstName: z.string(),
  lastName: z.string(),
  middleName: z.string().nullable(),
  position: z.string().nullable(),
  department: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  mobilePhone: z.string().nullable(),
  isPrimary: z.boolean(),
  isDecisionMaker: z.boolean(),
  birthday: day.nullable(),
  socialMedia,
  preferredLanguage: preferredLanguage.nullable(),
  notes: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
})

const contactFields = {
  middleName: text(100).nullable().optional(),
  position: text(255).nullable().optional(),
  department: text(100).nullable().optional(),
  email: emailIn.nullable().optional(),
  phone: text(40).nullable().optional(),
  mobilePhone: text(40).nullable().optional(),
  isPrimary: z.boolean().optional(),
  isDecisionMaker: z.boolean().optional(),
  birthday: day.nullable().optional(),
  socialMedia: z
    .strictObject({ linkedin: text(255).optional(), telegram: text(255).optional(), whatsapp: text(255).optional() })
    .optional(),
  preferredLanguage: preferredLanguage.nullable().optional(),
  notes: text(10_000).nullable().optional(),
}

export const contactIn = z
  .strictObject({ firstName: text(100), lastName: text(100), ...contactFields })
  .refine((contact) => contact.email || contact.phone || contact.mobilePhone, {
    message: 'an e-mail or a phone',
    path: ['email'],
  })
export type ContactIn = z.infer<typeof contactIn>

export const updateContactBody = z.strictObject({
  firstName: text(100).optional(),
  lastName: text(100).optional(),
  ...contactFields,
})
export type UpdateContactBody = z.infer<typeof updateContactBody>

export const customerAddress = z.object({
  id,
  customerId: id,
  type: z.enum(addressTypes),
  label: z.string().nullable(),
  street: z.string(),
  building: z.string().nullable(),
  apartment: z.string().nullable(),
  city: z.string(),
  region: z.string().nullable(),
  postalCode: z.string().nullable(),
  country: z.string(),
  kato: z.string().nullable(),
  isPrimary: z.boolean(),
  isDefaultBilling: z.boolean(),
  isDefaultShipping: z.boolean(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  deliveryInstructions: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  createdAt: instant,
  updatedAt: instant,
})

const addressFields = {
  label: text(100).nullable().optional(),
  building: text(50).nullable().optional(),
  apartment: text(50).nullable().optional(),
  region: text(100).nullable().optional(),
  postalCode: text(20).nullable().optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  kato: z
    .string()
    .regex(/^\d{9}$/)
    .nullable()
    .optional(),
  isPrimary: z.boolean().optional(),
  isDefaultBilling: z.boolean().optional(),
  isDefaultShipping: z.boolean().optional(),
  contactName: text(255).nullable().optional(),
  contactPhone: text(40).nullable().optional(),
  deliveryInstructions: text(5_000).nullable().optional(),
  latitude: z.number().min(-90).max(90).nullable().optional(),
  longitude: z.number().min(-180).max(180).nullable().optional(),
}

export const addressIn = z.strictObject({
  type: z.enum(addressTypes),
  street: text(500),
  city: text(100),
  ...addressFields,
})
export type AddressIn = z.infer<typeof addressIn>

export const updateAddressBody = z.strictObject({
  type: z.enum(addressTypes).optional(),
  street: text(500).optional(),
  city: text(100).optional(),
  ...addressFields,
})
export type UpdateAddressBody = z.infer<typeof updateAddressBody>

export const customerNote = z.object({
  id,
  customerId: id,
  content: z.string(),
  isPinned: z.boolean(),
  visibility: z.enum(noteVisibilities),
  mentions: z.array(id),
  createdBy: id.nullable(),
  authorName: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
})

const noteFields = {
  isPinned: z.boolean().optional(),
  visibility: z.enum(noteVisibilities).optional(),
  mentions: z.array(id).max(50).optional(),
}
export const noteBody = z.strictObject({ content: text(10_000), ...noteFields })
export type NoteBody = z.infer<typeof noteBody>
export const updateNoteBody = z.strictObject({ content: text(10_000).optional(), ...noteFields })
export type UpdateNoteBody = z.infer<typeof updateNoteBody>

export const contactParams = z.strictObject({ id, contactId: id })
export const addressParams = z.strictObject({ id, addressId: id })
export const noteParams = z.strictObject({ id, noteId: id })
export type ContactParams = z.infer<typeof contactParams>
export type AddressParams = z.infer<typeof addressParams>
export type NoteParams = z.infer<typeof noteParams>

export const removed = z.object({ id, deleted: z.literal(true) })
