import type { CheckDuplicateBody, Duplicates } from '@prometric/contracts/customer-commands'
import { normalizePhone } from '../../../kernel/kazakhstan/phone.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { bareName, nameScore, nameSimilarity, sameFrom } from '../customer.scores.js'

interface Candidate {
  readonly customer: Duplicates['matches'][number]['customer']
  readonly iin: string | null
  readonly bin: string | null
}

/** Who this might already be: numbers weigh 100, e-mail 95, phone 80, a very similar name 60 to 75. */
export async function findDuplicates(work: UnitOfWork, asked: CheckDuplicateBody): Promise<Duplicates> {
  const digits = (number: string | undefined) => number?.replace(/[\s-]/g, '') ?? null
  const iin = digits(asked.iin)
  const bin = digits(asked.bin)
  const phone = asked.phone ? normalizePhone(asked.phone) : null
  const word = asked.name
    ? (bareName(asked.name)
        .split(' ')
        .toSorted((a, b) => b.length - a.length)[0] ?? '')
    : ''
  const candidates = await work.rows<Candidate>(candidatesLike, [
    work.workspaceId,
    asked.email ?? null,
    phone,
    iin,
    bin,
    word === '' ? null : '%' + word.replace(/[\\%_]/g, '\\$&') + '%',
  ])
  const matches = candidates
    .flatMap(({ customer, ...numbers }): Duplicates['matches'] => {
      const byName = asked.name ? nameScore(nameSimilarity(asked.name, customer.name)) : undefined
      if (bin && numbers.bin === bin) return [{ field: 'bin', score: 100, customer }]
      if (iin && numbers.iin === iin) return [{ field: 'iin', score: 100, customer }]
      if (asked.email && customer.email === asked.email) return [{ field: 'email', score: 95, customer }]
      if (phone && customer.phone === phone) return [{ field: 'phone', score: 80, customer }]
      return byName === undefined ? [] : [{ field: 'name', score: byName, customer }]
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 20)
  const best = matches[0]?.score ?? 0
  return {
    hasDuplicates: matches.length > 0,
    matches,
    suggestedAction: best >= sameFrom ? 'USE_EXISTING' : best > 0 ? 'REVIEW' : 'CREATE',
  }
}

// Whoever has an equal number comes first, so that many alike names cannot crowd them out.
const candidatesLike = sql`
  select iin, bin, json_build_object('id', id, 'customerNumber', customer_number, 'name', name, 'email', email, 'phone', phone, 'status', status) as customer
  from app.customers
  where workspace_id = $1 and deleted_at is null and (email = $2 or phone = $3 or iin = $4 or bin = $5
    or translate(lower(name), 'әғқңөұүһіё', 'агкноуухие') like $6)
  order by (coalesce(email = $2, false) or coalesce(phone = $3, false) or coalesce(iin = $4, false) or coalesce(bin = $5, false)) desc, created_at limit 200`
