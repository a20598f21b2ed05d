import { Soon } from '../shell/soon.js'

export function Page() {
  return <Soon page="payments" />
}
