import { z } from 'zod'
import { warning } from './warnings.js'
import { day, id, instant, percent, percentIn } from './wire.js'

export const vatRateMode = z.enum(['FIXED', 'DATED'])
export const vatCategory = z.enum(['STANDARD', 'MEDICAL', 'PERIODICALS', 'ZERO', 'EXEMPT', 'NO_VAT'])

/** One setting of a workspace. The value of a secret is not shown. */
export const settingRow = z.object({
  key: z.string(),
  category: z.string(),
  value: z.json(),
  dataType: z.string(),
  isSecret: z.boolean(),
  isReadonly: z.boolean(),
  /** Absent while it stands at its shipped value in a workspace that is older. */
  updatedAt: instant.nullable(),
  warnings: z.array(warning),
})
export const settingBody = z.strictObject({ value: z.json() })
export type SettingRow = z.infer<typeof settingRow>
export type SettingBody = z.infer<typeof settingBody>

/** How the workspace charges VAT, and what the law says on the day. */
export const vatSettings = z.object({
  isPayer: z.boolean(),
  rateMode: vatRateMode,
  fixedRate: percent,
  /** What a line without a tax rate of its own is charged on the day. */
  defaultRate: percent,
  statutoryRate: percent.nullable(),
  date: day,
  rates: z.array(
    z.object({
      id,
      category: vatCategory,
      rate: percent.nullable(),
      validFrom: day,
      validTo: day.nullable(),
      legalBasis: z.string().nullable(),
      inForce: z.boolean(),
    }),
  ),
  warnings: z.array(warning),
})
export const vatSettingsQuery = z.strictObject({ date: day.optional() })
export const vatSettingsBody = z.strictObject({
  isPayer: z.boolean().optional(),
  rateMode: vatRateMode.optional(),
  fixedRate: percentIn.optional(),
})
export type VatSettings = z.infer<typeof vatSettings>
export type VatSettingsBody = z.infer<typeof vatSettingsBody>
