import { useRef, useState } from 'react'
import { ask } from '../../../lib/api.js'
import { Refused } from '../../../lib/http.js'
import type { LineChange } from '../../../ui/document-page/lines-table.js'
import type { Deal, DealCard } from '../deal-answer.js'
import { useTaken } from './use-taken.js'

const settledMs = 450

/** What is being typed in lines. When the typing pauses the server prices the deal anew; what it refuses stays in the field with the reason. */
export function useLineEdits(dealId: string) {
  const taken = useTaken(dealId)
  const [drafts, setDrafts] = useState<ReadonlyMap<string, LineChange>>(new Map())
  const [errors, setErrors] = useState<ReadonlyMap<string, Error>>(new Map())
  const [saving, setSaving] = useState(0)
  const latest = useRef(drafts)
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())

  const keep = (next: ReadonlyMap<string, LineChange>) => {
    latest.current = next
    setDrafts(next)
  }

  function change(lineId: string, part: LineChange) {
    keep(new Map(latest.current).set(lineId, { ...latest.current.get(lineId), ...part }))
    setErrors(without(lineId))
    clearTimeout(timers.current.get(lineId))
    timers.current.set(
      lineId,
      setTimeout(() => void save(lineId), settledMs),
    )
  }

  async function save(lineId: string) {
    const draft = latest.current.get(lineId)
    // An emptied field is somebody in the middle of a number.
    if (!draft || Object.values(draft).includes(null)) return
    setSaving((count) => count + 1)
    try {
      const { quantity, price, discount } = draft
      const body = {
        ...(quantity !== undefined && { quantity }),
        ...(price !== undefined && { unitPrice: price }),
        ...(discount !== undefined && { discount, discountType: 'PERCENTAGE' }),
      }
      const path = `/deals/${dealId}/products/${lineId}`
      const { data } = await ask<DealCard & Deal>(path, { method: 'PATCH', body, idempotencyKey: crypto.randomUUID() })
      taken(data)
      if (latest.current.get(lineId) === draft) keep(without<LineChange>(lineId)(latest.current))
    } catch (error) {
      const refused = error instanceof Error ? error : new Refused(0, 'NO_CONNECTION', '')
      setErrors((before) => new Map(before).set(lineId, refused))
    } finally {
      setSaving((count) => count - 1)
    }
  }

  return { drafts, errors, change, isSaving: saving > 0 }
}

const without =
  <Value>(key: string) =>
  (map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> =>
    new Map([...map].filter(([other]) => other !== key))
