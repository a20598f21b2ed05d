import { type Check, type Finding, readChecks } from '../invariants/checks.js'
import { sql } from '../platform/database/statement.js'
import type { Language } from '../platform/database/tenant.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { everyDay, type ScheduledJob } from '../platform/schedule/schedule.js'
import { tell } from './listeners/recipients.js'

/** So many rows of a check are named; the others are counted. */
const shownAtMost = 100

/** What a check found at the first look. */
interface Suspect {
  readonly check: string
  readonly broken: number
  readonly keys: readonly string[]
}

interface Reached {
  /** How many looks were taken: one a check, then one more for each suspect. */
  readonly looks: number
  readonly suspects: readonly Suspect[]
  readonly broken: number
  readonly findings: readonly Finding[]
}

const beginning: Reached = { looks: 0, suspects: [], broken: 0, findings: [] }
let read: readonly Check[] | undefined

/**
 * Looks whether the books of one workspace are in order: each invariant in a transaction of its own, from within the workspace's walls.
 * What is found counts if it is still there after everything else was looked at: what a worker was just about to do is no finding.
 * Every night where something happened, and whenever somebody asks. Whoever watches over the system hears of what is wrong.
 */
export const integrityCheck: ScheduledJob<Reached> = {
  name: 'integrity-check',
  queue: 'reports',
  due: 'select * from app.unchecked_books($1)',
  slot: everyDay,
  async run(work, { id, reached }) {
    const checks = (read ??= readChecks())
    const before = reached ?? beginning
    const now = await (before.looks < checks.length ? firstLook : secondLook)(work, checks, before)
    const looks = checks.length + now.suspects.length
    if (now.looks < looks) return { progress: (100 * now.looks) / looks, reached: now }
    if (now.broken > 0) await tellOf(work, { jobId: id, broken: now.broken })
    return { result: { checks: checks.length, broken: now.broken, findings: now.findings } }
  },
}

async function firstLook(work: UnitOfWork, checks: readonly Check[], before: Reached): Promise<Reached> {
  const check = checks[before.looks]!
  const { broken, findings } = await look(work, check)
  const suspect = { check: check.name, broken, keys: findings.map(keyOf) }
  return {
    ...before,
    looks: before.looks + 1,
    suspects: broken > 0 ? [...before.suspects, suspect] : before.suspects,
  }
}

async function secondLook(work: UnitOfWork, checks: readonly Check[], before: Reached): Promise<Reached> {
  const suspect = before.suspects[before.looks - checks.length]!
  const { broken, findings } = await look(
    work,
    checks.find(({ name }) => name === suspect.check)!,
  )
  const still = findings.filter((finding) => suspect.keys.includes(keyOf(finding)))
  return {
    ...before,
    looks: before.looks + 1,
    // Of more than can be named nobody knows which they were.
    broken: before.broken + (suspect.broken > shownAtMost ? broken : still.length),
    findings: [...before.findings, ...still].slice(0, shownAtMost),
  }
}

async function look(work: UnitOfWork, { statement }: Check): Promise<{ broken: number; findings: Finding[] }> {
  await work.rows(takeTime)
  const rows = await work.rows<Finding & { broken: number }>(statement, [shownAtMost])
  return {
    broken: rows[0]?.broken ?? 0,
    findings: rows.map(({ invariant, key, found }) => ({ invariant, key, found })),
  }
}

const keyOf = ({ invariant, key }: Finding) => `${invariant} ${key}`

const words: Readonly<Record<Language, (broken: number) => { title: string; message: string }>> = {
  ru: (broken) => ({ title: 'В учёте найдены расхождения', message: `Записей, нарушающих правила учёта: ${broken}.` }),
  kk: (broken) => ({
    title: 'Есепте сәйкессіздіктер табылды',
    message: `Есеп ережелерін бұзатын жазбалар: ${broken}.`,
  }),
  en: (broken) => ({
    title: 'The books are not in order',
    message: `Records that break a rule of the books: ${broken}.`,
  }),
}

async function tellOf(work: UnitOfWork, { jobId, broken }: { jobId: string; broken: number }): Promise<void> {
  await tell(work, { permission: 'SYSTEM_MONITOR' }, (language) => ({
    category: 'SYSTEM',
    code: 'BOOKS_BROKEN',
    type: 'ERROR',
    ...words[language](broken),
    link: '/operations',
    dedupeKey: `integrity-check:${jobId}`,
    data: { jobId, broken },
  }))
}

/** A rule is held against every row of the workspace: as long as a report may take. */
const takeTime = sql`select set_config('statement_timeout', '25s', true)`
