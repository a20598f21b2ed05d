import { z } from 'zod'
import { vatRateMode } from '@prometric/contracts/settings'
import { moneyIn, percentIn } from '@prometric/contracts/wire'
import { type SettingKey, shippedSettings } from './shipped-settings.js'

const share = z.number().min(0).max(10)
/** An amount as documents know it: whatever reads it takes it for one. */
const money = moneyIn.transform(Number)
const count = (most: number) => z.int().min(0).max(most)

/**
 * What a setting may be where its kind alone does not tell: only what the program does, so that no choice is without effect. The others
 * take any value of the kind they ship with.
 */
const ruled: Readonly<Partial<Record<SettingKey, z.ZodType>>> = {
  'orders.stockPolicy': z.enum(['ALLOCATE', 'STRICT']),
  'orders.approvalThreshold': money.nullable(),
  'orders.returnWindowDays': count(3_650),
  'orders.softReservationDays': count(365),
  'deals.commissionBasis': z.enum(['NET_REVENUE', 'MARGIN']),
  'finance.invoiceMode': z.enum(['ORDER']),
  'finance.refundApproval': money,
  'finance.overdueHoldDays': count(3_650),
  'vat.rateMode': vatRateMode,
  'vat.fixedRate': percentIn.transform(Number),
  'vat.reRateKeeps': z.enum(['FLAG']),
  'stock.orderingCost': money,
  'stock.holdingRate': share,
  'production.overOutput': z.number().min(0).max(100),
  'delivery.leadWorkingDays': count(365),
  'analytics.xyzX': share,
  'analytics.xyzY': share,
  'audit.retentionYears': z.int().min(1).max(100),
  'search.engine': z.enum(['postgres']),
}

/** The schema of a setting's value; undefined for a key that no program reads. */
export function settingSchema(key: string): z.ZodType | undefined {
  if (!Object.hasOwn(shippedSettings, key)) return undefined
  const rule = ruled[key as SettingKey]
  if (rule) return rule
  const kinds = { boolean: z.boolean(), number: z.number(), string: z.string().min(1).max(500) }
  return kinds[typeof shippedSettings[key as SettingKey] as keyof typeof kinds] ?? z.json()
}
