import { useCallback, useEffect, useState } from 'react'
import { useLanguage } from './language.js'
import { read } from './api.js'

export interface Loading<Data> {
  readonly data: Data | undefined
  readonly error: unknown
  reload(): void
}

interface Got<Data> {
  readonly path: string
  readonly data?: Data
  readonly error?: unknown
}

/** What a path of the API answers, asked again when the path or the language changes. An answer that comes too late is dropped. */
export function useAnswer<Data>(path: string): Loading<Data> {
  const { language } = useLanguage()
  const [times, setTimes] = useState(0)
  const [got, setGot] = useState<Got<Data>>()
  useEffect(() => {
    let wanted = true
    read<Data>(path).then(
      (data) => wanted && setGot({ path, data }),
      (error: unknown) => wanted && setGot({ path, error }),
    )
    return () => {
      wanted = false
    }
  }, [path, language, times])
  const reload = useCallback(() => setTimes((before) => before + 1), [])
  const mine = got?.path === path ? got : undefined
  return { data: mine?.data, error: mine?.error, reload }
}
