// Background jobs: chores that run beside the requests, and that people can watch.

import { z } from 'zod'
import type { Language } from './refusals.js'
import { id, instant } from './wire.js'

export const jobStates = ['QUEUED', 'RUNNING', 'DONE', 'FAILED'] as const
export type JobState = (typeof jobStates)[number]

export const jobKinds = ['integrity-check', 'reservation-expiry', 'approval-escalation', 'retention'] as const
export type JobKindName = (typeof jobKinds)[number]

export const jobRow = z.object({
  id,
  kind: z.string(),
  kindLabel: z.string(),
  state: z.enum(jobStates),
  /** In percent. */
  progress: z.int(),
  attempts: z.int(),
  /** The time of the schedule that it is for; null when somebody asked for it. */
  slot: z.string().nullable(),
  requestedBy: z.object({ id, name: z.string() }).nullable(),
  correlationId: id,
  /** What a check of the books found wrong; null for other jobs, and until it is done. */
  findings: z.int().nullable(),
  /** Why the last try failed, in one line. */
  lastError: z.string().nullable(),
  /** When it will be tried; null when it runs or is over. */
  nextAt: instant.nullable(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  createdAt: instant,
})
export type JobRow = z.infer<typeof jobRow>

export const jobCard = jobRow.extend({
  result: z.record(z.string(), z.json()).nullable(),
  /** Every line of the last error. */
  errorText: z.string().nullable(),
})
export type JobCard = z.infer<typeof jobCard>

/** A row that breaks a rule of the books. */
export const finding = z.object({
  invariant: z.string(),
  key: z.string(),
  found: z.record(z.string(), z.json()),
})
export type Finding = z.infer<typeof finding>

/** The result of a check of the books: how many rules were looked at, how many rows break one, and the first of them. */
export const integrityResult = z.object({
  checks: z.int(),
  broken: z.int(),
  findings: z.array(finding),
})
export type IntegrityResult = z.infer<typeof integrityResult>

const labels: Readonly<Record<JobKindName, Readonly<Record<Language, string>>>> = {
  'integrity-check': { ru: 'Проверка учёта', kk: 'Есепті тексеру', en: 'Check of the books' },
  'reservation-expiry': {
    ru: 'Снятие просроченных резервов',
    kk: 'Мерзімі өткен резервтерді босату',
    en: 'Release of expired reservations',
  },
  'approval-escalation': {
    ru: 'Передача просроченных согласований',
    kk: 'Мерзімі өткен келісімдерді жоғары жіберу',
    en: 'Escalation of late approvals',
  },
  retention: {
    ru: 'Удаление устаревших служебных записей',
    kk: 'Ескірген қызметтік жазбаларды жою',
    en: 'Removal of outdated service records',
  },
}

/** What a kind of job is called; a kind that is gone keeps its name. */
export function jobLabel(language: Language, kind: string): string {
  return labels[kind as JobKindName]?.[language] ?? kind
}
