import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { Language } from '../../../platform/database/tenant.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { Post } from '../../../platform/mail/mail.js'

export interface CustomerLetter {
  readonly customerId: string
  readonly orderId: string | null
  readonly recipient: string
  readonly language: Language
  readonly subject: string
  readonly text: string
  /** The same key lets a letter leave once. */
  readonly dedupeKey: string
}

/** Writes to a customer. What could not be sent is not kept either: the delivery that asked for it is tried again. */
export async function sendLetter(work: UnitOfWork, post: Post, letter: CustomerLetter): Promise<void> {
  const kept = await work.row(keep, [
    work.workspaceId,
    work.organizationId,
    newId(),
    letter.customerId,
    letter.orderId,
    letter.dedupeKey,
    letter.recipient,
    letter.language,
    letter.subject,
    letter.text,
    work.now,
  ])
  if (kept) await post.send({ to: letter.recipient, subject: letter.subject, text: letter.text })
}

const keep = sql`
  insert into app.customer_letters (organization_id, workspace_id, id, customer_id, order_id, dedupe_key, recipient, language, subject, body, sent_at)
  values ($2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict (workspace_id, dedupe_key) do nothing
  returning id`
