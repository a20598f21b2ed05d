import type { CreditPolicy } from '@prometric/contracts/customers'
import { newId } from '../../../kernel/ids.js'
import { Money } from '../../../kernel/money.js'
import { invalid } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { type Expected, lockCustomer } from './lock-customer.js'

export interface CreditChange extends Expected {
  readonly creditLimit?: number | string | undefined
  readonly creditPolicy?: CreditPolicy | undefined
  readonly temporary?: boolean | undefined
  readonly until?: string | undefined
  readonly reason: string
}

/** Sets the limit, or a temporary one beside it, and keeps the change for ever. A limit without a policy holds. */
export async function changeCredit(work: UnitOfWork, id: string, change: CreditChange): Promise<void> {
  const { temporary = false, until, reason } = change
  const customer = await lockCustomer(work, id, change)
  if (temporary && (!until || until < work.today)) throw invalid('until', 'NOT_IN_THE_PAST')
  const oldLimit = temporary ? (customer.temporaryCreditLimit ?? customer.creditLimit) : customer.creditLimit
  const newLimit = change.creditLimit === undefined ? oldLimit : Money.parse(change.creditLimit).tiyn
  const policy =
    change.creditPolicy ?? (newLimit > 0n && customer.creditPolicy === 'NONE' ? 'HOLD' : customer.creditPolicy)
  const row = await work.row<{ version: number }>(setCredit, [
    work.workspaceId,
    id,
    work.organizationId,
    newId(),
    oldLimit,
    newLimit,
    policy,
    temporary,
    temporary ? until : null,
    reason,
    work.actor.userId,
  ])
  work.announce({
    name: 'customer.credit.changed',
    aggregateType: 'customer',
    aggregateId: id,
    aggregateVersion: row!.version,
    payload: {
      customerId: id,
      oldLimit: Money.of(oldLimit).toNumber(),
      newLimit: Money.of(newLimit).toNumber(),
      temporaryUntil: temporary ? until : null,
      policy,
    },
  })
}

const setCredit = sql`
  with changed as (
    update app.customers set
      credit_limit = case when $8 then credit_limit else $6 end,
      temporary_credit_limit = case when $8 then $6 else temporary_credit_limit end,
      temporary_credit_until = case when $8 then $9::date else temporary_credit_until end,
      credit_policy = $7, version = version + 1, updated_at = app.now(), updated_by = $11
    where workspace_id = $1 and id = $2 returning version
  ), noted as (
    insert into app.customer_credit_changes (organization_id, workspace_id, id, customer_id, old_limit, new_limit, policy, is_temporary,
      valid_until, reason, created_by, created_at)
    values ($3, $1, $4, $2, $5, $6, $7, $8, $9::date, $10, $11, app.now())
  )
  select version from changed`
