import { CancelDialog } from '../cancel/cancel-dialog.js'
import type { Asked } from '../page/order-actions.js'
import { DeliverDialog } from './deliver-dialog.js'
import { HoldDialog } from './hold-dialog.js'
import type { OrderDialogProps } from './order-dialog.js'
import { PayDialog } from './pay-dialog.js'
import { ShipDialog } from './ship-dialog.js'

const dialogs = { pay: PayDialog, ship: ShipDialog, deliver: DeliverDialog, hold: HoldDialog, cancel: CancelDialog }

/** The dialog of what was asked. */
export function OrderDialogs({ asked, ...rest }: OrderDialogProps & { readonly asked: Asked }) {
  const Dialog = dialogs[asked]
  return <Dialog {...rest} />
}
