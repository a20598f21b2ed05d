import { Refused } from './http.js'
import { useLanguage } from './language.js'

/** What went wrong, in the server's sentence, with the code to quote. */
export function Problem({ error, retry }: { error: unknown; retry?: () => void }) {
  const { texts } = useLanguage()
  if (!error) return null
  const refused = error instanceof Refused ? error : undefined
  return (
    <div role="alert" className="problem">
      <span>{refused?.message || texts.noConnection}</span>
      {refused && refused.status > 0 && <code>{refused.code}</code>}
      {retry && (
        <button type="button" onClick={retry}>
          {texts.retry}
        </button>
      )}
    </div>
  )
}

export function Waiting() {
  const { texts } = useLanguage()
  return (
    <p className="quiet" role="status">
      {texts.loading}
    </p>
  )
}
