import { Link } from './address.js'
import { type Language, languages, useLanguage } from './language.js'
import { signOut, useSession, workIn } from './session.js'

/** The bar above every page: where one works, in what language, and the way out. */
export function Header() {
  const { texts, language, speak } = useLanguage()
  const session = useSession()
  return (
    <header className="bar">
      <Link to="/">{texts.product}</Link>
      {session && (
        <select
          aria-label={texts.workspace}
          value={session.workspaceId}
          onChange={(event) => workIn(event.target.value)}
        >
          {session.memberships.map(({ workspaceId, workspaceName }) => (
            <option key={workspaceId} value={workspaceId}>
              {workspaceName}
            </option>
          ))}
        </select>
      )}
      <span className="space" />
      <select aria-label={texts.language} value={language} onChange={(event) => speak(event.target.value as Language)}>
        {Object.entries(languages).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
      {session && (
        <>
          <span className="quiet">{`${session.user.firstName} ${session.user.lastName}`}</span>
          <button type="button" onClick={() => void signOut()}>
            {texts.signOut}
          </button>
        </>
      )}
    </header>
  )
}
