import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { integrityResult, jobCard, jobRow } from '@prometric/contracts/jobs'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answered, invalidate, useAnswer, useCommand, useRows } from '../../lib/api.js'
import { useMay } from '../../lib/may.js'
import { Moment } from '../../ui/moment.js'
import { Refusal } from '../../ui/states/refusal.js'
import { StatusBadge } from '../../ui/status-badge.js'
import styles from './jobs.module.css'

type JobRow = Answered<typeof jobRow>

const watchedMs = 1_000

/** Chores that run beside the requests: asked for when somebody wants to see them. */
export function Jobs() {
  const { t } = useTranslation()
  const may = useMay()
  const [open, setOpen] = useState(false)
  if (!may('SYSTEM_MONITOR')) return null
  return (
    <details className={styles.jobs} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('operations.jobs.title')}</summary>
      {open && <LastJobs />}
    </details>
  )
}

function LastJobs() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { data } = useRows<JobRow>('/jobs?limit=10', { keep: true })
  const check = useCommand({ path: '/operations/integrity-checks', touches: ['/jobs'] })
  const rows = data?.data ?? []
  const some = rows.some(({ state }) => state === 'QUEUED' || state === 'RUNNING')
  useEffect(() => {
    if (!some) return
    const watch = setInterval(() => void invalidate(client, ['/jobs']), watchedMs)
    return () => clearInterval(watch)
  }, [client, some])
  return (
    <div className={styles.last}>
      <Button size="xs" variant="default" loading={check.isPending} onClick={() => check.mutate()}>
        {t('operations.jobs.check')}
      </Button>
      <Refusal error={check.error} />
      {data && rows.length === 0 && <p className={styles.quiet}>{t('operations.jobs.empty')}</p>}
      <ul className={styles.rows} aria-label={t('operations.jobs.title')}>
        {rows.map((job) => (
          <Job key={job.id} job={job} />
        ))}
      </ul>
    </div>
  )
}

function Job({ job }: { readonly job: JobRow }) {
  const { t } = useTranslation()
  const { state, findings, progress, lastError } = job
  return (
    <li className={styles.row}>
      <span className={styles.name}>{job.kindLabel}</span>
      <StatusBadge plain of="job" status={state} />
      {state === 'RUNNING' && (
        <progress max={100} value={progress} aria-label={t('operations.jobs.progress', { percent: progress })} />
      )}
      {state === 'DONE' && findings === 0 && <span>{t('operations.jobs.sound')}</span>}
      {findings !== null && findings > 0 && <Findings id={job.id} count={findings} />}
      {lastError && <span className={styles.error}>{lastError}</span>}
      <span className={styles.when}>
        <Moment value={job.finishedAt ?? job.createdAt} />
      </span>
    </li>
  )
}

function Findings({ id, count }: { readonly id: string; readonly count: number }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const { data } = useAnswer<Answered<typeof jobCard>>(`/jobs/${id}`, { enabled: open })
  const result = data?.result as Answered<typeof integrityResult> | null | undefined
  return (
    <details className={styles.findings} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('operations.jobs.findings', { count })}</summary>
      <ul>
        {result?.findings.map(({ invariant, key }, n) => (
          // One row may break a rule in several ways.
          <li key={`${invariant} ${key} ${n}`}>
            <code>{invariant}</code> {key}
          </li>
        ))}
      </ul>
    </details>
  )
}
