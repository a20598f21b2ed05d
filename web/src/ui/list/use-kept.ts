import { useCallback, useState } from 'react'
import { useSession } from '../../lib/session.js'

/** Something that this person keeps about a list in this browser, apart for every workspace. */
export function useKept<Value>(name: string, otherwise: Value): [Value, (value: Value) => void] {
  const session = useSession()
  const key = `list:${session?.workspaceId ?? ''}:${session?.user.id ?? ''}:${name}`
  const [kept, setKept] = useState(() => ({ key, value: recall(key, otherwise) }))
  const keep = useCallback(
    (value: Value) => {
      localStorage.setItem(key, JSON.stringify(value))
      setKept({ key, value })
    },
    [key],
  )
  return [kept.key === key ? kept.value : recall(key, otherwise), keep]
}

function recall<Value>(key: string, otherwise: Value): Value {
  try {
    const text = localStorage.getItem(key)
    return text === null ? otherwise : (JSON.parse(text) as Value)
  } catch {
    return otherwise
  }
}
