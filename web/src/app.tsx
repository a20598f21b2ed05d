import { useAddress } from './address.js'
import { Board } from './board.js'
import { Header } from './header.js'
import { useLanguage } from './language.js'
import { OrderPage } from './order-page.js'
import { Waiting } from './problem.js'
import { useSession } from './session.js'
import { SignIn } from './sign-in.js'

export function App() {
  return (
    <>
      <Header />
      <Page />
    </>
  )
}

function Page() {
  const session = useSession()
  const address = useAddress()
  const { texts } = useLanguage()
  if (session === undefined) return <Waiting />
  if (session === null) return <SignIn />
  const orderId = /^\/orders\/([0-9a-f-]{36})$/.exec(address)?.[1]
  // Another workspace is another page: nothing of the last one may stay on the screen.
  if (orderId) return <OrderPage key={session.workspaceId} id={orderId} />
  if (address === '/') return <Board key={session.workspaceId} />
  return <main className="page">{texts.notFound}</main>
}
